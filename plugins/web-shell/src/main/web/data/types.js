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
 * @typedef {{ summary: string, cause: string, fix: string }} Diagnosis
 * @typedef {{ point: string, id: string, title: string }} Contribution
 * @typedef {{ kind: string, name: string, note: string | null }} Need what a plugin wants to use
 * @typedef {'inspect' | 'run' | 'install' | 'rollback' | 'disable' | 'enable' | 'remove'} PluginAct
 *
 * @typedef {object} PluginLoad what a plugin has done since the portal was started
 * @property {number} requests
 * @property {number} errors
 * @property {{ p50Seconds: number, p99Seconds: number }} latency
 * @property {number} cpuSeconds
 * @property {number} logWarnings
 * @property {number} logErrors
 * @property {number} problems
 * @property {number} missedEvents
 * @property {number} running
 * @property {number} threads
 * @property {{ thread: string, seconds: number, at: string }[]} stuck
 *
 * @typedef {object} LoadSteps what a plugin did in each of the last steps, the oldest first
 * @property {number} stepSeconds
 * @property {number} most how many steps there can be
 * @property {number[]} requests
 * @property {number[]} errors
 * @property {number[]} p99Seconds
 *
 * @typedef {LoadSteps & { p50Seconds: number[], cpuSeconds: number[], allocatedBytes: number[], sqlStatements: number[], sqlSeconds: number[] }} LoadHistory
 *
 * @typedef {object} PluginInfo
 * @property {string} id
 * @property {string} version
 * @property {string} title
 * @property {string | null} [owner]
 * @property {string} state
 * @property {string} since
 * @property {string} digest
 * @property {{ subject: string, certificate: string } | null} [signedBy]
 * @property {boolean} mandatory
 * @property {Diagnosis | null} [diagnosis]
 * @property {{ version: string, digest: string, state: string, diagnosis: Diagnosis | null } | null} [candidate]
 * @property {{ version: string, digest: string }[]} previous
 * @property {Contribution[]} contributes
 * @property {PluginLoad} load
 * @property {string[]} leftovers
 * @property {PluginAct[]} [may] what the portal lets the reader do with it as it is now
 * @property {Preview[]} [previews]
 * @property {LoadSteps} [recent]
 * @property {string | null} [probation] until when it goes back by itself when it fails; this and what follows only of one that is asked for alone
 * @property {string[]} [usedBy] the plugins that use it, and end where it ends
 * @property {string[]} [tables] its own
 *
 * @typedef {object} KeptRevision a revision of a plugin that is kept, the one that serves first
 * @property {string} version
 * @property {string} digest
 * @property {string | null} owner
 * @property {number} bytes
 * @property {Contribution[]} contributes
 * @property {Need[]} asks
 *
 * @typedef {object} Plan what installing a jar would do
 * @property {string} token
 * @property {'install' | 'replace' | 'refuse'} action
 * @property {string} id
 * @property {string | null} from
 * @property {string | null} to
 * @property {{ subject: string, certificate: string } | null} signedBy
 * @property {string[]} stops
 * @property {string[]} starts
 * @property {Contribution[]} adds
 * @property {Contribution[]} changes
 * @property {Contribution[]} removes
 * @property {Need[]} asks
 * @property {Diagnosis | null} diagnosis
 *
 * @typedef {object} DeployEvent a revision has come to a step of its way
 * @property {string} id of the plugin
 * @property {string} version
 * @property {string} digest
 * @property {'CHECK' | 'PREPARE' | 'START' | 'PROVE' | 'TAKE_OVER' | 'SERVES' | 'FAILED' | 'WENT_BACK'} step
 * @property {string} at
 * @property {Diagnosis | null} diagnosis
 *
 * @typedef {object} Value a typed value; see elements/value.js for the types
 * @property {string} t
 * @property {any} v
 * @property {string} [label]
 * @property {string} [unit]
 * @property {string} [currency]
 * @property {string} [icon]
 *
 * @typedef {{ kind: string } & Record<string, any>} Block
 *
 * @typedef {object} View what a card, tab or page shows
 * @property {number} v
 * @property {string} [title]
 * @property {Status} [status]
 * @property {number} [refresh] in seconds
 * @property {Block[]} blocks
 *
 * @typedef {object} Outcome how it went when a button was pressed or a form sent
 * @property {Status} status
 * @property {string} [message]
 * @property {Record<string, string>} [faults] by the names of inputs
 * @property {string} [next] the path of the page to go to
 *
 * @typedef {object} TableBlock
 * @property {string} id
 * @property {{ key: string, label: string, align?: 'start' | 'end', sortable?: boolean }[]} columns
 * @property {Value[][]} rows
 * @property {number} total
 * @property {TablePage} [page] which of all rows these are, where there are more
 *
 * @typedef {object} TablePage
 * @property {number} offset
 * @property {number} limit
 * @property {string} [sort] the key of a column
 * @property {'ascending' | 'descending'} [direction]
 *
 * @typedef {object} ChartBlock
 * @property {'line' | 'bar' | 'area' | 'ring'} type
 * @property {string} label
 * @property {Value[]} steps
 * @property {{ label: string, values: (number | null)[] }[]} series
 * @property {string} [unit]
 *
 * @typedef {object} InputBlock
 * @property {string} name
 * @property {string} label
 * @property {'text' | 'lines' | 'number' | 'check' | 'choice' | 'choices' | 'date' | 'entity' | 'secret'} kind
 * @property {boolean} [required]
 * @property {string} [help]
 * @property {string[]} [initial]
 * @property {string} [pattern]
 * @property {number} [min]
 * @property {number} [max]
 * @property {{ value: string, label: string }[]} [options]
 *
 * @typedef {object} FormBlock
 * @property {string} id
 * @property {string} [title]
 * @property {InputBlock[]} inputs
 * @property {string} send
 * @property {string} [confirm]
 *
 * @typedef {object} ButtonBlock
 * @property {string} id
 * @property {string} label
 * @property {'plain' | 'primary' | 'danger'} [style]
 * @property {string} [confirm]
 *
 * @typedef {object} Shown what a plugin shows in some place, whoever draws it
 * @property {string} plugin
 * @property {string} version
 * @property {string} digest
 * @property {string} id
 * @property {string} title
 * @property {1 | 2} tier
 * @property {View} [model]
 * @property {string} [element]
 * @property {string} [module]
 * @property {{ message: string, hint?: string }} [error]
 *
 * @typedef {object} PluginPlace a page or tab of a plugin, without what it shows
 * @property {string} plugin
 * @property {string} version
 * @property {string} digest
 * @property {string} id
 * @property {string} title
 * @property {number} order
 *
 * @typedef {PluginPlace & { path: string, icon: string }} PageEntry
 *
 * @typedef {Shown & { size: 'small' | 'medium' | 'large' | 'full', order: number, isHidden?: boolean }} Card
 *
 * @typedef {Shown & { path: string, parameters?: Record<string, string> }} ShownPage
 *
 * @typedef {object} PluginEvent
 * @property {string} id
 * @property {'added' | 'updated' | 'removed'} change
 * @property {string} [version] of the revision that serves, if one does; so with what follows
 * @property {string} [digest]
 * @property {string} [state]
 *
 * @typedef {object} Preview a revision that its author alone sees
 * @property {string} id of the plugin
 * @property {string} version
 * @property {string} title
 * @property {string} author
 * @property {string} expires
 *
 * @typedef {object} PluginStateEvent
 * @property {string} id
 * @property {string | null} state null where the plugin is not installed any more
 * @property {string | null} reason why, in a sentence
 *
 * @typedef {{ plugin: string, ext?: string, ref?: string }} ModelEvent names what has something else to show
 *
 * @typedef {{ generation?: number, refs: string[], total: number }} EntitiesEvent
 */
export {};
