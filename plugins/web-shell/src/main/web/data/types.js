/**
 * What the portal's REST answers look like.
 *
 * @typedef {'ok' | 'warn' | 'error' | 'info' | 'running' | 'unknown'} Status
 *
 * @typedef {{ type: string, targetRef: string }} Relation
 *
 * @typedef {object} Metadata
 * @property {string} name
 * @property {string} [namespace]
 * @property {string} [title]
 * @property {string} [description]
 * @property {string[]} [tags]
 * @property {Record<string, string>} [annotations]
 *
 * @typedef {object} Entity
 * @property {string} kind
 * @property {Metadata} metadata
 * @property {Record<string, any>} [spec]
 * @property {Relation[]} [relations]
 *
 * @typedef {object} Problem
 * @property {'error' | 'warning' | 'info'} level
 * @property {string} code
 * @property {string | null} [entityRef]
 * @property {string} target
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} reason
 * @property {string} [fix]
 *
 * @typedef {{ value: string, count: number }} FacetValue
 *
 * @typedef {object} PluginInfo
 * @property {string} id
 * @property {string} version
 * @property {string} title
 * @property {string | null} [owner]
 * @property {string} state
 * @property {string} since
 * @property {string} digest
 * @property {boolean} mandatory
 * @property {{ summary: string, cause: string, fix: string } | null} [diagnosis]
 * @property {{ point: string, id: string, title: string }[]} contributes
 *
 * @typedef {object} Value a typed value; see elements/value.js for the types
 * @property {string} t
 * @property {any} v
 * @property {string} [label]
 * @property {string} [unit]
 * @property {string} [currency]
 *
 * @typedef {{ kind: string } & Record<string, any>} Block
 *
 * @typedef {object} CardModel
 * @property {number} v
 * @property {Status} [status]
 * @property {Block[]} blocks
 *
 * @typedef {object} Card
 * @property {string} plugin
 * @property {string} version
 * @property {string} digest
 * @property {string} id
 * @property {string} title
 * @property {'small' | 'medium' | 'large' | 'full'} size
 * @property {number} order
 * @property {1 | 2} tier
 * @property {CardModel} [model]
 * @property {string} [element]
 * @property {string} [module]
 * @property {{ message: string, hint?: string }} [error]
 *
 * @typedef {object} PluginEvent
 * @property {string} id
 * @property {'added' | 'updated' | 'removed'} change
 * @property {string} [version] of the revision that serves, if one does; so with what follows
 * @property {string} [digest]
 * @property {string} [state]
 *
 * @typedef {{ generation: number, refs: string[], total: number }} EntitiesEvent
 */
export {};
