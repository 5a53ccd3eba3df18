// What this device keeps: small named records in IndexedDB, each sealed with a key that cannot be taken
// out of the browser. Where the browser allows none of it, the same in memory until the page is closed.

/**
 * @typedef {{lasting: boolean,
 *   get(name: string): Promise<any>,
 *   set(name: string, value: unknown): Promise<void>,
 *   set_first(name: string, value: unknown): Promise<any>,
 *   remove(name: string): Promise<void>,
 *   under(prefix: string): Promise<[string, any][]>}} Store
 */

const opening_ms = 3_000;

/**
 * @param {string} name of the database: one for each server
 * @returns {Promise<Store>}
 */
export async function open_store(name) {
  try {
    return await Promise.race([SealedStore.open(name), too_late()]);
  } catch {
    return new MemoryStore();
  }
}

/** Some browsers never answer at all. @returns {Promise<never>} */
function too_late() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), opening_ms));
}

/** @implements {Store} */
export class MemoryStore {
  lasting = false;
  /** @type {Map<string, string>} */ #records = new Map();

  /** @param {string} name */
  async get(name) {
    const kept = this.#records.get(name);
    return kept === undefined ? undefined : JSON.parse(kept);
  }

  /** @param {string} name @param {unknown} value */
  async set(name, value) {
    this.#records.set(name, JSON.stringify(value));
  }

  /** What was there first stays. @param {string} name @param {unknown} value */
  async set_first(name, value) {
    if (!this.#records.has(name)) await this.set(name, value);
    return this.get(name);
  }

  /** @param {string} name */
  async remove(name) {
    this.#records.delete(name);
  }

  /** @param {string} prefix @returns {Promise<[string, any][]>} */
  async under(prefix) {
    const names = [...this.#records.keys()].filter((name) => name.startsWith(prefix)).sort();
    return Promise.all(
      names.map(async (name) => /** @type {[string, any]} */ ([name, await this.get(name)])),
    );
  }
}

/** @typedef {{iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer}} Sealed */

/** @implements {Store} */
export class SealedStore {
  lasting = true;
  #database;
  #key;

  /** @param {IDBDatabase} database @param {CryptoKey} key */
  constructor(database, key) {
    this.#database = database;
    this.#key = key;
  }

  /** @param {string} name */
  static async open(name) {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('key');
      opening.result.createObjectStore('sealed');
    };
    const database = await done(opening);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    // Two tabs may open at once: the key that was there first is the key of both.
    const keys = database.transaction('key', 'readwrite').objectStore('key');
    const first = await done(keys.get('key'));
    if (!first) await written(keys.put(key, 'key'));
    return new SealedStore(database, first ?? key);
  }

  /** @param {string} name */
  async get(name) {
    return this.#unsealed(name, await done(this.#records('readonly').get(name)));
  }

  /** @param {string} name @param {unknown} value */
  async set(name, value) {
    const sealed = await this.#seal(name, value);
    await written(this.#records('readwrite').put(sealed, name));
  }

  /** What was there first stays. @param {string} name @param {unknown} value */
  async set_first(name, value) {
    const sealed = await this.#seal(name, value);
    const records = this.#records('readwrite');
    const first = await done(records.get(name));
    if (first) return this.#unsealed(name, first);
    await written(records.put(sealed, name));
    return value;
  }

  /** @param {string} name */
  async remove(name) {
    await written(this.#records('readwrite').delete(name));
  }

  /** @param {string} prefix @returns {Promise<[string, any][]>} */
  async under(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const records = this.#records('readonly');
    const [names, sealed] = await Promise.all([
      done(records.getAllKeys(range)),
      done(records.getAll(range)),
    ]);
    const opened = await Promise.all(
      names.map(
        async (name, i) =>
          /** @type {[string, any]} */ ([
            String(name),
            await this.#unsealed(String(name), sealed[i]),
          ]),
      ),
    );
    return opened.filter(([, value]) => value !== undefined);
  }

  /** @param {IDBTransactionMode} mode */
  #records(mode) {
    return this.#database
      .transaction('sealed', mode, { durability: 'strict' })
      .objectStore('sealed');
  }

  /** @param {string} name @param {unknown} value @returns {Promise<Sealed>} */
  async #seal(name, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(value));
    return { iv, sealed: await crypto.subtle.encrypt(this.#algorithm(name, iv), this.#key, words) };
  }

  /** What cannot be opened is not ours: as if it were not there. @param {string} name @param {Sealed | undefined} kept */
  async #unsealed(name, kept) {
    if (!kept) return undefined;
    try {
      const how = this.#algorithm(name, kept.iv);
      const words = await crypto.subtle.decrypt(how, this.#key, kept.sealed);
      return JSON.parse(new TextDecoder().decode(words));
    } catch {
      return undefined;
    }
  }

  /** A record cannot be passed off as another. @param {string} name @param {Uint8Array<ArrayBuffer>} iv */
  #algorithm(name, iv) {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A write counts once its transaction is on the device, not when it was asked for. @param {IDBRequest<any>} request @returns {Promise<void>} */
function written(request) {
  return new Promise((resolve, reject) => {
    const transaction = /** @type {IDBTransaction} */ (request.transaction);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
