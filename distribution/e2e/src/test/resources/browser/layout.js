// What is wrong with how the page in view lies, as a list of sentences.
() => {
  const found = [];
  const all = [];
  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
    all.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document);
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
  const above = (node) => {
    const list = [];
    for (let at = parentOf(node); at; at = parentOf(at)) list.push(at instanceof ShadowRoot ? at.host : at);
    return list;
  };
  const name = (element) => `${element.localName}.${[...element.classList].join('.')} "${(element.innerText ?? element.value ?? '').slice(0, 40)}"`;
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth - innerWidth} px too wide`);
  const main = all.find((element) => element.id === 'main');
  if (main && main.scrollWidth > main.clientWidth) {
    const edge = main.getBoundingClientRect().right;
    const inside = (element) => above(element).slice(0, above(element).indexOf(main));
    const wide = all.filter((element) => above(element).includes(main) && element.getBoundingClientRect().right > edge + 1
      && !inside(element).some((box) => box instanceof Element && getComputedStyle(box).overflowX !== 'visible'));
    found.push(`the content is ${main.scrollWidth - main.clientWidth} px too wide, by ${wide.slice(-3).map(name).join(' and ')}`);
  }
  const deepest = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const controls = all.filter((element) => element.matches('a[href], button, input, select, textarea, summary') && !element.closest('svg'));
  for (const control of controls) {
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const boxes = above(control);
    const isClipped = boxes.some((box) => {
      if (!(box instanceof Element)) return false;
      const { overflowX, overflowY, clipPath, visibility } = getComputedStyle(box);
      if (visibility === 'hidden' || clipPath !== 'none') return true;
      const rect = box.getBoundingClientRect();
      return (overflowX !== 'visible' || overflowY !== 'visible') && (x < rect.left || x > rect.right || y < rect.top || y > rect.bottom);
    });
    const style = getComputedStyle(control);
    if (!control.checkVisibility() || width < 2 || height < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight || isClipped || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
    const hit = deepest(x, y);
    if (hit && hit !== control && !boxes.includes(hit) && !above(hit).includes(control)) found.push(`${name(control)} lies below ${name(hit)}`);
  }
  return found;
}
