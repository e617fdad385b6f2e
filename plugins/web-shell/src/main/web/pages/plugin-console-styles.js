import { css } from 'lit';

export const consoleStyles = css`
  .frame { min-height: 100%; }
  .frame.over { outline: 2px dashed var(--p-accent); outline-offset: -8px; }
  input[type='file'] { display: none; }
  .head { max-width: 1440px; margin: 0 auto; padding: 24px 28px 0; min-height: 126px; }
  .top { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 10px 14px; }
  .top > .grow { flex-basis: 160px; }
  .emblem { display: grid; place-items: center; width: 40px; height: 40px; flex: none; border-radius: var(--p-radius-l); background: var(--p-accent-tint); color: var(--p-accent); }
  h1 { overflow-wrap: anywhere; line-height: 24px; }
  .ref { display: flex; align-items: center; gap: 2px; min-height: 20px; color: var(--p-fg3); }
  .ref cb-copy { margin: -3px 0; }
  .actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; }
  .meta { display: flex; flex-wrap: wrap; gap: 8px 36px; margin-top: 16px; }
  .meta dt { color: var(--p-fg3); font-size: 12px; line-height: 16px; }
  .meta dd { min-height: 22px; line-height: 22px; }
  .meta cb-time { display: inline-block; min-width: 84px; }
  .meta dd.mono { font-size: 13px; line-height: 22px; }
  .meta dd a { display: inline-flex; align-items: center; gap: 5px; }
  .beside { margin-left: 8px; font-size: 12px; }
  .tabs-line { border-bottom: 1px solid var(--p-line); }
  .tabs { display: flex; gap: 4px; max-width: 1440px; margin: 14px auto -1px; padding: 0 20px 1px; overflow: auto hidden; scrollbar-width: none; }
  .tabs a { display: flex; align-items: center; height: 36px; margin-bottom: -1px; padding: 0 8px; border-bottom: 2px solid transparent; color: var(--p-fg2); font-weight: 500; white-space: nowrap; }
  .tabs a:hover { color: var(--p-fg); text-decoration: none; }
  .tabs a[aria-current] { border-color: var(--p-accent); color: var(--p-fg); }
  .content { max-width: 1440px; margin: 0 auto; padding: 20px 28px 40px; }
  @media (max-width: 700px) {
    .head { padding: 16px 14px 0; }
    .tabs { padding: 0 6px 1px; }
    .content { padding: 16px 14px 28px; }
    .actions { justify-content: flex-start; }
  }
  .deploy { margin-bottom: 12px; padding: 14px 16px; }
`;
