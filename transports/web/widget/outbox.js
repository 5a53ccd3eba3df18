// Her answers until the server has them on disk: in order, one in flight, each kept on the device before
// it is sent. A tab holds a lock in its name; what a closed tab left behind, the next one takes over.

/** @typedef {import('./protocol.js').Answer} Answer */
/** @typedef {import('./store.js').Store} Store */
/**
 * @typedef {{id: string, n: number, answer: Answer, to?: number, edition?: string, text?: string,
 *   failed?: string}} Item `text`: what her card says; none for an act. `failed`: the error's code.
 */

export class Outbox {
  /** @type {Item[]} */ items = [];
  /** @type {Item | null} */ in_flight = null;
  #store;
  #tab;
  #last = 0;

  /** @param {Store} store @param {string} tab */
  constructor(store, tab) {
    this.#store = store;
    this.#tab = tab;
  }

  /** What waits to be sent, refused items apart. */
  get waiting() {
    return this.items.filter((item) => !item.failed);
  }

  /**
   * Resolves once it is on the device; true where it also outlives the page.
   * @param {Omit<Item, 'n'>} item
   * @param {number} now
   */
  async add(item, now) {
    this.#last = Math.max(this.#last + 1, now);
    const numbered = { ...item, n: this.#last };
    this.items.push(numbered);
    return this.keep(numbered);
  }

  /** @param {Item} item */
  async keep(item) {
    try {
      await this.#store.set(this.#name(item), item);
      return this.#store.lasting;
    } catch {
      return false;
    }
  }

  /** The one to send now, which is then in flight. */
  next() {
    if (this.in_flight) return null;
    this.in_flight = this.waiting[0] ?? null;
    return this.in_flight;
  }

  /** The line broke, or the server could not keep it: the same one goes first again. */
  land() {
    this.in_flight = null;
  }

  /** @param {string} id @returns {Item | null} */
  of(id) {
    return this.items.find((item) => item.id === id) ?? null;
  }

  /** @param {Item} item */
  async remove(item) {
    this.items = this.items.filter((other) => other !== item);
    if (this.in_flight === item) this.in_flight = null;
    await this.#store.remove(this.#name(item)).catch(() => {});
  }

  /** Refused: it waits for her hand, and those behind it go on. @param {Item} item @param {string} code */
  fail(item, code) {
    item.failed = code;
    if (this.in_flight === item) this.in_flight = null;
    return this.keep(item);
  }

  /**
   * Takes over what tabs that are gone have left; `found` hears of each batch.
   * @param {LockManager | undefined} locks
   * @param {AbortSignal} signal until this tab is gone itself
   * @param {(items: Item[]) => void} found
   */
  async adopt(locks, signal, found) {
    const left = await this.#store.under('out:').catch(() => []);
    const tabs = new Set(left.map(([name]) => name.split(':')[1]));
    if (locks) {
      const while_here = () => new Promise((gone) => signal.addEventListener('abort', gone));
      locks.request(`attune-tab-${this.#tab}`, { signal }, while_here).catch(() => {});
    }
    const take_over = async (/** @type {string} */ tab) => found(await this.#take_over(tab));
    const each = [...tabs].filter((tab) => tab !== this.#tab);
    if (!locks) return void (await Promise.all(each.map(take_over)));
    for (const tab of each) {
      locks.request(`attune-tab-${tab}`, { signal }, () => take_over(tab)).catch(() => {});
    }
  }

  /** @param {string} tab */
  async #take_over(tab) {
    const left = await this.#store.under(`out:${tab}:`);
    const items = left.map(([, item]) => /** @type {Item} */ (item));
    this.items = [...items, ...this.items].sort((one, other) => one.n - other.n);
    for (const item of items) await this.keep(item);
    for (const [name] of left) await this.#store.remove(name);
    return items;
  }

  /** @param {Item} item */
  #name(item) {
    return `out:${this.#tab}:${String(item.n).padStart(16, '0')}`;
  }
}
