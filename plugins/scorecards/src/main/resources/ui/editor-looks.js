import { css } from 'lit';

/** The file of a standard, and beside it what came of trying it. */
export const editorLooks = css`
  .waiting { min-height: 420px; padding: 20px 16px; }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 12px; }
  .acts { flex-wrap: wrap; }
  .head .grow { flex: 1 1 280px; overflow-wrap: anywhere; }
  .refusal { display: flex; gap: 9px; margin-bottom: 12px; padding: 10px 12px; border-radius: var(--p-radius); background: var(--p-bad-tint); }
  .refusal .error { display: inline-flex; padding-top: 2px; }
  .refusal strong { font-weight: 500; }
  .two { display: grid; grid-template-columns: minmax(0, 3fr) minmax(320px, 2fr); gap: var(--p-gap); align-items: start; }
  .editor { overflow: hidden; }
  .bar { display: flex; align-items: center; gap: 10px; min-height: 36px; padding: 0 14px; border-bottom: 1px solid var(--p-line); color: var(--p-fg2); }
  .pane { display: grid; grid-template-columns: 48px minmax(0, 1fr); height: max(360px, calc(100vh - 330px)); background: var(--p-sunken); }
  .numbers { overflow: hidden; padding: 10px 0; border-right: 1px solid var(--p-line); color: var(--p-fg3); text-align: right; user-select: none; }
  .numbers { font-size: 12px; }
  .numbers span { display: block; padding-right: 10px; line-height: 20px; }
  .numbers span:last-child { margin-bottom: 40px; }
  .numbers .faulty { background: var(--p-warn-tint); color: var(--p-warn); font-weight: 600; }
  textarea { width: 100%; height: 100%; padding: 10px 12px; border: 0; resize: none; background: none; color: var(--p-fg); font: 400 12px/20px var(--p-font-mono); tab-size: 2; white-space: pre; overflow: auto; }
  textarea:focus-visible { outline-offset: -2px; }
  .hint { padding: 6px 14px; border-top: 1px solid var(--p-line); font-size: 12px; }
  .result { display: grid; gap: 12px; padding: 14px 16px 16px; min-width: 0; }
  :is(.result, .versions) h2 { font: 600 13px/20px var(--p-font); letter-spacing: 0; }
  .fine { display: flex; align-items: center; gap: 7px; font-weight: 500; }
  .problems { padding: 10px 12px; border-radius: var(--p-radius); background: var(--p-warn-tint); }
  .problems strong { display: flex; align-items: center; gap: 7px; color: var(--p-warn); font-weight: 600; }
  .problems li { margin-top: 6px; overflow-wrap: anywhere; }
  .problems button { text-decoration: underline; }
  .track { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 6px 10px; align-items: center; padding-top: 10px; border-top: 1px solid var(--p-line); font-size: 12px; }
  .track h3, .track .legend { grid-column: 1 / -1; }
  .counts { font-size: 12px; }
  .counts th, .counts td { padding: 5px 10px 5px 0; }
  .counts tbody th { border-top: 1px solid var(--p-line); color: var(--p-fg); font-weight: 400; white-space: normal; overflow-wrap: anywhere; }
  .counts :is(td, thead th:not(:first-child)) { text-align: right; }
  .changes summary { cursor: pointer; font-weight: 500; }
  .changes li { margin-top: 4px; overflow-wrap: anywhere; }
  .versions { margin-top: var(--p-gap); padding: 14px 16px; }
  .versions ul { margin-top: 6px; }
  .versions li { display: flex; align-items: center; gap: 14px; min-height: 36px; border-top: 1px solid var(--p-line); }
  @container (max-width: 900px) { .two { grid-template-columns: minmax(0, 1fr); } }
`;
