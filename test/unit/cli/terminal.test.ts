import { strict as assert } from 'node:assert';
import { runAt } from './run';

describe('what a terminal is sent', () => {
  const title = '\u001b]0;owned\u0007';

  it('does not steer it, whatever is quoted', async () => {
    const { stdout, stderr } = await runAt(
      async (terminal) => {
        terminal.print(`a ${title} b\r\u001b[2Jc \u009b31m \u202ed`);
        return terminal.fail({ code: 'invalidInput', message: `No ${title}.`, action: 'See\tbelow\r\nor not.' });
      },
      { tty: true },
    );
    assert.equal(stdout, 'a �]0;owned� b��[2Jc �31m �d\n');
    assert.equal(stderr, 'No �]0;owned�. See\tbelow\r\nor not.\n');
  });

  it('keeps our own colours', async () => {
    const painted = await runAt(async ({ print, paint }) => (print(paint('red', 'broken')), 0), { tty: true });
    assert.equal(painted.stdout, '\u001b[31mbroken\u001b[0m\n');
  });

  it('gives a program every character', async () => {
    const { stdout } = await runAt(async ({ print }) => (print(title), 0));
    assert.equal(stdout, `${title}\n`);
  });
});
