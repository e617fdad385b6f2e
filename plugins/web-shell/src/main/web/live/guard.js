const FAULT = 'portal-fault';

/**
 * Makes a subclass whose failures become events instead of breaking the page around it.
 *
 * @param {CustomElementConstructor} Element
 * @returns {CustomElementConstructor}
 */
export function guarded(Element) {
  /** @type {any} */
  const Open = Element;
  class Guard extends Open {
    connectedCallback() {
      contain(this, () => super.connectedCallback?.());
    }

    disconnectedCallback() {
      contain(this, () => super.disconnectedCallback?.());
    }
  }
  return /** @type {any} */ (Open.prototype.performUpdate ? guardedUpdate(Guard) : Guard);
}

/**
 * @param {any} Element a class made with Lit
 * @returns {any}
 */
function guardedUpdate(Element) {
  return class extends Element {
    performUpdate() {
      contain(this, () => super.performUpdate());
    }
  };
}

/**
 * @param {any} element
 * @param {() => void} action
 */
function contain(element, action) {
  try {
    action();
  } catch (reason) {
    element.dispatchEvent(new CustomEvent(FAULT, { detail: reason, bubbles: true, composed: true }));
  }
}

/**
 * @param {EventTarget} target hears of the failures of guarded elements in it
 * @param {(error: Error) => void} listener
 * @returns {() => void} stops listening
 */
export function onFault(target, listener) {
  const handle = (/** @type {any} */ event) => {
    event.stopPropagation();
    listener(event.detail);
  };
  target.addEventListener(FAULT, handle);
  return () => target.removeEventListener(FAULT, handle);
}
