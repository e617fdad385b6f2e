package org.callboard.bench;

/** What the benchmark does in a page; elements that draw themselves have roots of their own, so it looks into these. */
final class PageScript {

    static final String TEXT = """
            globalThis.benchmark = {
              *nodes(root) {
                for (const element of root.querySelectorAll('*')) {
                  yield element;
                  if (element.shadowRoot) {
                    yield* this.nodes(element.shadowRoot);
                  }
                }
              },
              frame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
              pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
              painted() {
                return new Promise((resolve) => {
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
                  port2.postMessage(0);
                });
              },
              has(text) {
                for (const element of this.nodes(document)) {
                  if (element.childElementCount === 0 && element.textContent.includes(text)) {
                    return true;
                  }
                }
                return false;
              },
              async seen(text) {
                while (!this.has(text)) {
                  await this.frame();
                }
                return this.painted();
              },
              entries(type) {
                return new Promise((resolve) => {
                  const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
                  observer.observe({ type, buffered: true });
                  setTimeout(() => resolve([]), 500);
                });
              },
              async largestPaint() {
                await this.pause(1500);
                return (await this.entries('largest-contentful-paint')).at(-1).startTime;
              },
              async shift() {
                return (await this.entries('layout-shift')).reduce((sum, entry) => sum + entry.value, 0);
              },
              found() {
                return [...this.nodes(document)].filter((element) => element.matches('tbody tr, [role=row]'));
              },
              async rows() {
                while (this.found().length < 10) {
                  await this.frame();
                }
                await this.pause(500);
              },
              async scrolled() {
                const scrolling = [...this.nodes(document)].filter((element) =>
                  element.scrollHeight > element.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(element).overflowY));
                const within = scrolling.at(-1) ?? document.scrollingElement;
                let [most, longest, last] = [0, 0, performance.now()];
                for (let step = 0; step < 120; step++) {
                  within.scrollTop += 60;
                  const now = await this.frame();
                  if (step > 2) {
                    longest = Math.max(longest, now - last);
                  }
                  last = now;
                  most = Math.max(most, step % 20 ? 0 : this.found().length);
                }
                return `${most} rows, ${longest.toFixed(0)} ms`;
              },
            };
            """;

    private PageScript() {}
}
