// node start.mjs CONFIGURATION ADDRESS…: a hub until stdin is closed; a line says that it is up.
import console from 'node:console';
import process from 'node:process';
import { startHub } from '../../scripts/class/hub.mjs';

const [file = '', ...health] = process.argv.slice(2);
const hub = await startHub(file, { health });
console.log('up');
process.stdin.on('end', () => void hub.stop()).resume();
process.exit(await hub.ended);
