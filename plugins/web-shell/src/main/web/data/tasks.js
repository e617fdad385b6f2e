import { getJson, request } from './http.js';

/**
 * @typedef {object} Task
 * @property {string} plugin
 * @property {string} id
 * @property {string} title
 * @property {string} schedule
 * @property {string} state
 * @property {string | null} message
 * @property {{ started: string, millis: number, outcome: string, message: string | null } | null} last
 * @property {string | null} next
 */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Task[]>} of all plugins
 */
export function allTasks(signal) {
  return getJson('/api/tasks', signal);
}

/**
 * @param {string} plugin
 * @param {AbortSignal} [signal]
 * @returns {Promise<Task[]>}
 */
export async function tasksOf(plugin, signal) {
  return (await allTasks(signal)).filter((task) => task.plugin === plugin);
}

/**
 * @param {Task} task
 * @param {'run' | 'pause' | 'resume'} act
 */
export async function steerTask({ plugin, id }, act) {
  await request(`/api/tasks/${[plugin, id, act].map(encodeURIComponent).join('/')}`, { method: 'POST' });
}
