import { readFileSync } from 'node:fs';

/** The kernel's own high-water mark in bytes, on Linux. */
export function peakMemoryOf(pid: number | undefined): number | undefined {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Milliseconds that the main thread of a process has had of the processor, on Linux; NaN elsewhere. */
export function mainThreadTime(pid: number | undefined): number {
  const [nanoseconds = ''] = read(`/proc/${pid}/task/${pid}/schedstat`).split(' ');
  return nanoseconds === '' ? Number.NaN : Number(nanoseconds) / 1e6;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
