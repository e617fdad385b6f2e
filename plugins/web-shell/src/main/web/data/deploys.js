import { deployStepped, resync } from './events.js';
import { Topic } from './topic.js';

/** @typedef {import('./types.js').DeployEvent} DeployEvent */
/** @typedef {{ id: string, version: string, digest: string, steps: DeployEvent[] }} Deploy the steps of one revision's way, in their order */

/** The steps of a way that ends well, in their order. */
export const STEPS = /** @type {const} */ (['CHECK', 'PREPARE', 'START', 'PROVE', 'TAKE_OVER', 'SERVES']);
const ENDS = ['SERVES', 'FAILED', 'WENT_BACK'];
const SHOWN_FOR = 4000;

/** Told when a revision has come to another step. @type {Topic<string>} */
export const deploysChanged = new Topic();

/** @type {Map<string, Deploy>} */
const known = new Map();

deployStepped.listen((event) => {
  const before = known.get(event.id);
  const goesOn = before?.digest === event.digest && event.step !== 'CHECK';
  const deploy = { id: event.id, version: event.version, digest: event.digest, steps: [...(goesOn ? before.steps : []), event] };
  known.set(event.id, deploy);
  deploysChanged.tell(event.id);
  if (ENDS.includes(event.step)) {
    setTimeout(() => forget(deploy), SHOWN_FOR);
  }
});
resync.listen(() => known.clear());

/** @param {Deploy} deploy */
function forget(deploy) {
  if (known.get(deploy.id) === deploy) {
    known.delete(deploy.id);
    deploysChanged.tell(deploy.id);
  }
}

/**
 * @param {string} id
 * @returns {Deploy | undefined} the revision of the plugin that is on its way, or has been a moment ago
 */
export function deployOf(id) {
  return known.get(id);
}

/** @param {Deploy | undefined} deploy */
export function lastStep(deploy) {
  return deploy?.steps.at(-1);
}

/** @param {Deploy | undefined} deploy @returns {boolean} whether it is on its way still */
export function isUnderWay(deploy) {
  return !!deploy && !ENDS.includes(deploy.steps.at(-1)?.step ?? '');
}
