import { css } from 'lit';

/** Where things stand: the list of pages, the page, and what is on it; one below the other where there is no room. */
export const frame = css`
  :host { display: block; container-type: inline-size; }
  .frame { display: grid; grid-template-columns: 232px minmax(0, 1fr); gap: 8px 36px; align-items: start; }
  .side { position: sticky; top: 12px; max-height: calc(100vh - 90px); overflow-y: auto; padding: 4px; }
  .side input, .side .versions { width: 100%; margin-bottom: 12px; }
  .name { margin-bottom: 6px; color: var(--p-fg3); font: 500 12px/18px var(--p-font); }
  nav ul ul { padding-left: 12px; }
  nav a, .group { display: block; padding: 3px 8px; border-radius: var(--p-radius); color: var(--p-fg2); overflow-wrap: anywhere; }
  .group { margin-top: 8px; color: var(--p-fg); font-weight: 500; }
  nav a:hover { background: var(--p-hover); color: var(--p-fg); text-decoration: none; }
  nav a[aria-current] { background: var(--p-selected); color: var(--p-fg); font-weight: 500; }
  .contents { display: none; }
  .contents a { padding: 2px 0 2px 12px; border-left: 1px solid var(--p-line); border-radius: 0; font-size: 12px; }
  .contents .level-3 a { padding-left: 24px; }
  .hits li { padding: 6px 8px; }
  .hits a { color: var(--p-accent); font-weight: 500; }
  .hits mark { background: none; color: var(--p-fg); font-weight: 600; }
  .hits p { color: var(--p-fg3); font-size: 12px; line-height: 18px; }
  .fold summary { padding: 4px 0; font-weight: 500; cursor: pointer; }
  .problems { margin-bottom: 16px; padding: 8px 12px; border-radius: var(--p-radius); background: var(--p-warn-tint); }
  .problems summary { display: flex; align-items: center; gap: 7px; color: var(--p-warn); font-weight: 500; cursor: pointer; }
  .problems li { margin-top: 6px; }
  .turn { display: flex; justify-content: space-between; gap: 16px; margin-top: 40px; padding-top: 16px; border-top: 1px solid var(--p-line); }
  .turn a { display: inline-flex; align-items: center; gap: 6px; font-weight: 500; }
  .edit { margin-top: 32px; }
  .none { display: grid; gap: 6px; padding: 20px 16px; }
  .none p { color: var(--p-fg2); }
  .bars { display: grid; gap: 12px; }
  .bars .skeleton { height: 14px; }
  .bars :nth-child(even) { width: 70%; }
  .bars :nth-child(3) { width: 45%; }
  @container (min-width: 1080px) {
    .frame { grid-template-columns: 232px minmax(0, 1fr) 200px; }
    .contents { display: block; position: sticky; top: 12px; max-height: calc(100vh - 90px); overflow-y: auto; }
  }
  @container (max-width: 700px) {
    .frame { grid-template-columns: minmax(0, 1fr); }
    .side { position: static; max-height: none; }
  }
  @media print {
    .side, .contents, .turn, .problems, .copy { display: none; }
    .frame { display: block; }
  }
`;
