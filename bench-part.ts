import { table } from './bench/rows';
import { serverRows } from './bench/server-rows';
import { peerRows } from './bench/peer-rows';
import { benchTemplate } from './bench/templates';
void (async () => { const s = benchTemplate(30000), l = benchTemplate(900000);
 console.log(table(await serverRows(s, l)));
 if (process.argv[2]) console.log(table(await peerRows([s, l]))); })();
