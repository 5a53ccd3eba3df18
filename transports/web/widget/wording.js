// The widget's own sentences in one language, with their numbers filled in.

/** @typedef {Record<string, string | Record<string, string>>} Strings */

export class Wording {
  #strings;
  #plurals;
  #numbers;
  lang;

  /** @param {Strings} strings @param {string} lang */
  constructor(strings, lang) {
    this.#strings = strings;
    this.lang = lang;
    this.#plurals = new Intl.PluralRules(lang);
    this.#numbers = new Intl.NumberFormat(lang);
  }

  /** The sentences of the controls that come later are here too. */
  whole = false;

  async fetch_the_rest() {
    const rest = await import(`./strings/${this.lang}-controls.js`);
    this.#strings = { ...this.#strings, ...rest.default };
    this.whole = true;
  }

  /** @param {string} name @param {Record<string, string | number>} [values] */
  say(name, values = {}) {
    const entry = this.#strings[name];
    const sentence =
      typeof entry === 'string'
        ? entry
        : (entry[this.#plurals.select(Number(values.n))] ?? entry.other);
    return sentence.replace(/\{(\w+)\}/g, (_, key) => {
      const value = values[key];
      return typeof value === 'number' ? this.#numbers.format(value) : String(value ?? '');
    });
  }

  /** @param {string} name */
  has(name) {
    return Object.hasOwn(this.#strings, name);
  }

  /** @param {number} n */
  number(n) {
    return this.#numbers.format(n);
  }
}
