import { css } from 'lit';

/** What all pages of this plugin have in common, beside the portal's own rules. */
export const looks = css`
  :host {
    display: block; min-width: 0; container-type: inline-size;
    --level-0: color-mix(in oklab, var(--p-line-control) 75%, var(--p-surface));
    --level-1: color-mix(in oklab, var(--p-accent) 52%, var(--p-surface));
    --level-2: color-mix(in oklab, var(--p-accent) 78%, var(--p-surface));
    --level-3: var(--p-accent);
    --level-4: var(--p-chart-2);
    --level-5: var(--p-chart-4);
    --level-top: var(--p-ok);
  }
  a.inside { color: var(--p-accent); }
  a.ref { display: inline-flex; align-items: center; gap: 5px; max-width: 100%; }
  .lead { color: var(--p-fg2); }
  .lead:not(.grow) { max-width: 84ch; }
  .bad { color: var(--p-bad); }

  .badge {
    display: inline-flex; align-items: center; gap: 6px; max-width: 100%; padding: 0 9px 0 7px; border-radius: 11px; background: var(--p-accent-tint);
    color: var(--p-accent); font: 500 12px/22px var(--p-font); white-space: nowrap;
  }
  .badge.highest { background: var(--p-ok-tint); color: var(--p-ok); }
  .badge.none { background: var(--p-selected); color: var(--p-fg2); }
  .rise { flex: none; fill: currentcolor; }
  .rise .left { opacity: 0.28; }

  .state { display: inline-flex; align-items: center; gap: 6px; font: 500 12px/20px var(--p-font); white-space: nowrap; }
  .share { display: block; width: 100%; height: 6px; border-radius: 3px; overflow: hidden; background: var(--p-selected); }
  .share rect { fill: var(--p-accent); }
  .share.full rect { fill: var(--p-ok); }

  .parts { display: block; width: 100%; height: 12px; border-radius: 4px; overflow: hidden; background: var(--p-selected); }
  .r0 { --c: var(--level-0); } .r1 { --c: var(--level-1); } .r2 { --c: var(--level-2); } .r3 { --c: var(--level-3); } .r4 { --c: var(--level-4); } .r5 { --c: var(--level-5); }
  .rtop { --c: var(--level-top); }
  .parts rect { fill: var(--c); }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .legend li { display: flex; align-items: center; gap: 6px; }
  .legend i { display: inline-block; flex: none; width: 10px; height: 10px; border-radius: 3px; background: var(--c); }

  .effort { display: inline-flex; align-items: center; gap: 4px; color: var(--p-fg2); font: 500 11px/16px var(--p-font); white-space: nowrap; }
  .effort svg { fill: currentcolor; }
  .effort .left { opacity: 0.28; }
  .severe { color: var(--p-warn); font: 500 11px/16px var(--p-font); white-space: nowrap; }

  .empty { display: grid; justify-items: center; gap: 4px; padding: 36px 16px; color: var(--p-fg2); text-align: center; }
  .empty strong { color: var(--p-fg); font: 600 14px/22px var(--p-font); }
  .empty p { max-width: 62ch; }
  .empty .row { margin-top: 12px; flex-wrap: wrap; justify-content: center; }
  .empty .mark { display: grid; place-items: center; width: 40px; height: 40px; margin-bottom: 8px; border-radius: var(--p-radius-l); background: var(--p-accent-tint); color: var(--p-accent); }
  .failure { display: flex; align-items: flex-start; gap: 10px; padding: 12px 14px; }
  .failure > div { display: grid; flex: 1; gap: 2px; color: var(--p-fg2); overflow-wrap: anywhere; }
  .failure strong { color: var(--p-fg); font-weight: 500; }
  .failure > span { display: inline-flex; padding-top: 2px; }
  .note { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; margin-bottom: 12px; padding: 8px 12px; border-radius: var(--p-radius); background: var(--p-warn-tint); color: var(--p-warn); }
  .bars { display: grid; gap: 14px; padding: 4px 0; }
  .bars svg { display: block; }
  select {
    height: 30px; padding: 0 8px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); background: var(--p-surface);
    color: var(--p-fg); font: 400 13px/20px var(--p-font);
  }
  .views { display: flex; gap: 18px; margin-bottom: 16px; border-bottom: 1px solid var(--p-line); overflow-x: auto; scrollbar-width: none; }
  .views a { padding: 7px 1px; margin-bottom: -1px; border-bottom: 2px solid transparent; color: var(--p-fg2); font-weight: 500; white-space: nowrap; }
  .views a:hover { color: var(--p-fg); text-decoration: none; }
  .views a[aria-current] { border-color: var(--p-accent); color: var(--p-fg); }
`;
