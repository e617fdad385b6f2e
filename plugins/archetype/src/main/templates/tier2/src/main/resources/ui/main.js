/** Counts clicks, and goes on counting when the next version of the plugin takes over. */
class Tally extends HTMLElement {
  clicks = 0;

  connectedCallback() {
    const button = document.createElement('button');
    button.addEventListener('click', () => {
      this.clicks++;
      this.draw();
    });
    this.replaceChildren(button);
    this.draw();
  }

  draw() {
    this.firstChild.textContent = 'Clicks: ' + this.clicks;
  }

  saveState() {
    return { version: 1, clicks: this.clicks };
  }

  restoreState({ clicks }) {
    this.clicks = clicks;
  }
}

export default () => ({ apiVersion: 1, elements: { tally: Tally } });
