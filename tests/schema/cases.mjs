// Dialogs that schema and loader must judge alike. `step` stands before the end of a dialog that has
// asked `heat` (a scale) and `beneath` (a choice); `top` changes the dialog's top.
export const right_steps = {
  "a message": { say: "Good evening." },
  "several messages, one of lines": { say: ["One.", ["Two", "lines."], { "one of": ["Three.", "Drei."] }] },
  "a link to a page": { say: "There.", link: { to: "https://example.org/a?b#c", label: ["The", "page"], note: "ours" } },
  "a number to call": { say: "There.", link: { to: "tel:+43-1-4000", label: "Call" } },
  "a note in a step": { note: "for us", say: "Hi." },
  "every key of a question": {
    ask: ["What was", "there?"], as: "there", answer: { choose: { a: "A", b: ["B", "b"], note: "two" } },
    hear: { a: "ah", b: ["be", "bee"] }, "if unclear": ["One of them.", ["A", "or B."]],
    "still unclear": { go: "two" }, "may skip": true, check: { that: "there is a", say: "A, please." }, private: true,
    why: "So that I know.",
  },
  "a question that says nothing": { ask: "", as: "silent", answer: "text" },
  "yes or no": { ask: "?", as: "x", answer: "yes or no" },
  "a day": { ask: "?", as: "x", answer: "date" },
  "a time": { ask: "?", as: "x", answer: "time" },
  "a contact": { ask: "?", as: "x", answer: "contact" },
  "a long text": { ask: "?", as: "x", answer: "long text" },
  "choose many": { ask: "?", as: "x", answer: { "choose many": { a: "A", b: "B" }, "at least": 0, "at most": 2 } },
  "a ready list": { ask: "?", as: "x", answer: { "choose many": "feelings", "at most": 3 } },
  "one of a ready list": { ask: "?", as: "x", answer: { choose: "feelings" }, hear: { sad: ["tearful"] } },
  "a number in a range": { ask: "?", as: "x", answer: { number: [0.5, 2] } },
  "a name with other letters": { ask: "?", as: "größe_2", answer: "number" },
  "both branches": { if: "heat >= 8", then: [{ say: "Hot." }], else: [] },
  "a match with ranges": { match: "heat", when: { "0..7": [], "8..": [{ say: "Hot." }] }, otherwise: [] },
  "values": { set: { tries: "1", mood: "'tired'" } },
  "a repeat": { repeat: [{ say: "Again." }], as: "round", until: "round is 2", "at most": 3 },
  "a pause": { pause: "1.5 minutes", breathe: true },
  "words kept": { keep: ["Kept", "words."] },
  "a visit to a scene": { visit: "aside", as: "once" },
};

export const wrong_steps = {
  "no verb": { note: "nothing" },
  "a verb nobody knows": { sya: "Hi." },
  "two verbs": { say: "Hi.", keep: "Hi." },
  "a step that is a text": "Hi.",
  "a message that is a number": { say: 3 },
  "a message that is empty": { say: "" },
  "no messages": { say: [] },
  "a link without words": { say: "There.", link: { to: "https://example.org" } },
  "a link to nowhere": { say: "There.", link: { to: "", label: "There" } },
  "a link that is a text": { say: "There.", link: "https://example.org" },
  "a link that is not sealed": { say: "There.", link: { to: "http://example.org", label: "There" } },
  "a link that runs": { say: "There.", link: { to: "javascript:alert(1)", label: "There" } },
  "a link with a blank": { say: "There.", link: { to: "https://example.org/a b", label: "There" } },
  "a link of another verb": { keep: "There.", link: { to: "https://example.org", label: "There" } },
  "a picture that is a number": { say: "There.", picture: 3, shows: "A lamp" },
  "a picture without its words": { say: "There.", picture: "lamp.png" },
  "words without their picture": { say: "There.", shows: "A lamp" },
  "wordings that are no list": { say: { "one of": "Hi." } },
  "no wordings": { say: { "one of": [] } },
  "a question without a name": { ask: "?", answer: "text" },
  "a question without a kind": { ask: "?", as: "x" },
  "a kind nobody knows": { ask: "?", as: "x", answer: "words" },
  "a key of another verb": { say: "Hi.", as: "x" },
  "a key nobody knows": { ask: "?", as: "x", answer: "text", "may skp": true },
  "a name with a blank": { ask: "?", as: "how hot", answer: "text" },
  "a name that begins with a digit": { ask: "?", as: "2nd", answer: "text" },
  "a name that is a word of conditions": { ask: "?", as: "today", answer: "text" },
  "a name that is too long": { ask: "?", as: "x".repeat(41), answer: "text" },
  "choose without options": { ask: "?", as: "x", answer: "choose" },
  "no options": { ask: "?", as: "x", answer: { choose: {} } },
  "a ready list without a name": { ask: "?", as: "x", answer: { choose: "" } },
  "a label that is no text": { ask: "?", as: "x", answer: { choose: { a: 1 } } },
  "an option with a blank": { ask: "?", as: "x", answer: { choose: { "a b": "A" } } },
  "a scale of one number": { ask: "?", as: "x", answer: { scale: [10] } },
  "a scale with halves": { ask: "?", as: "x", answer: { scale: [0, 2.5] } },
  "an unknown key of an answer": { ask: "?", as: "x", answer: { scale: [0, 5], mid: "so so" } },
  "two kinds at once": { ask: "?", as: "x", answer: { scale: [0, 5], number: [0, 5] } },
  "a day in braces": { ask: "?", as: "x", answer: { date: true } },
  "text in braces": { ask: "?", as: "x", answer: { text: {} } },
  "at least that is a word": { ask: "?", as: "x", answer: { "choose many": { a: "A" }, "at least": "one" } },
  "skip that is a word": { ask: "?", as: "x", answer: "text", "may skip": "yes" },
  "a check without words": { ask: "?", as: "x", answer: "number", check: { that: "x > 1" } },
  "a reason without words": { ask: "?", as: "x", answer: "text", why: "" },
  "hear that is a list": { ask: "?", as: "x", answer: "yes or no", hear: ["maybe"] },
  "a condition that is truth": { if: true, then: [] },
  "then that is no list": { if: "heat > 1", then: { say: "Hi." } },
  "an if without then": { if: "heat > 1" },
  "a match without cases": { match: "beneath" },
  "values without names": { set: {} },
  "a go that is a list": { go: ["two"] },
  "a visit that is a truth": { visit: true },
  "a repeat without a bound": { repeat: [], as: "round" },
  "a repeat without a name": { repeat: [], "at most": 3 },
  "too many rounds": { repeat: [], as: "round", "at most": 1001 },
  "a pause of a number": { pause: 20 },
  "a pause in hours": { pause: "1 hour" },
  "breathe that is a word": { pause: "5 seconds", breathe: "yes" },
  "nothing kept": { keep: "" },
  "return with words": { if: "heat > 1", then: [{ return: "Bye." }] },
};

export const right_tops = {
  "given": { given: { moment: "long text" } },
  "a note at the top": { note: "for us" },
};

export const wrong_tops = {
  "no title": { title: undefined },
  "an empty title": { title: "" },
  "no language": { language: undefined },
  "no scenes": { scenes: {} },
  "a key nobody knows": { titel: "Hi" },
  "scenes that are a list": { scenes: [] },
  "given with a kind nobody knows": { given: { moment: "words" } },
};

export function dialog_with(name, step, top = {}) {
  const whole = {
    dialog: name,
    title: "A talk",
    language: "en",
    scenes: {
      one: [
        { ask: "How hot?", as: "heat", answer: { scale: [0, 10] } },
        { ask: "What?", as: "beneath", answer: { choose: { old: "Old", other: "Other" } } },
        ...(step === undefined ? [] : [step]),
        { if: "heat > 9", then: [{ go: "two" }] },
        { visit: "aside" },
        { end: "Bye." },
      ],
      two: [{ end: true }],
      aside: [{ say: "Aside." }],
    },
    ...top,
  };
  return JSON.parse(JSON.stringify(whole)); // what is undefined is left out
}

const lines = (...talk) => ({ dialog: "welcome", tests: [{ name: "it holds", talk }] });
export const right_tests = {
  "every line": lines(
    { them: "I am tired" }, { taps: "rest" }, { taps: ["a", "b"] }, { taps: 4 }, { after: "20 minutes" },
    { bot: "Hi." }, { bot: { "one of": ["Hi.", "Ho."] } }, { "bot says": ["Hi."] }, { visits: "shared/three-breaths" },
    { keeps: "x" }, { "rests at": "get real / brings" }, { ends: true }),
  "a start and answers": {
    dialog: "welcome",
    tests: [{ name: "x", "start at": "get real", with: { brings: "tired" }, at: "2026-11-24 20:15", talk: [{ them: "x" }] }],
  },
};
export const wrong_tests = {
  "a line nobody knows": lines({ him: "Hi." }),
  "a line with two keys": lines({ them: "Hi.", bot: "Ho." }),
  "a span of weeks": lines({ after: "2 weeks" }),
  "ends that is a word": lines({ ends: "yes" }),
  "no talk": { dialog: "welcome", tests: [{ name: "x" }] },
  "no name": { dialog: "welcome", tests: [{ talk: [{ them: "Hi." }] }] },
  "a key nobody knows": { dialog: "welcome", tests: [{ name: "x", start: "one", talk: [{ them: "Hi." }] }] },
  "no tests": { dialog: "welcome" },
  "no dialog": { tests: [] },
};

export const right_persons = {
  "a text": { name: { type: "text", for: "So that it can call you." } },
  "a private scale": { mood: { type: { scale: [0, 10] }, private: true, for: "x" } },
};
export const wrong_persons = {
  "no purpose": { name: { type: "text" } },
  "an empty purpose": { name: { type: "text", for: "" } },
  "no type": { name: { for: "x" } },
  "options": { name: { type: { choose: { a: "A" } }, for: "x" } },
  "a bad name": { "my name": { type: "text", for: "x" } },
  "a key nobody knows": { name: { type: "text", for: "x", why: "y" } },
};

// Changes of the project's English defaults.
export const right_defaults = { "as it is": {}, "no days or times": { dates: undefined, times: undefined } };
export const wrong_defaults = {
  "no words for yes": { yes: undefined },
  "yes that is a text": { yes: "yes" },
  "a word that is a number": { no: [1] },
  "a key nobody knows": { maybe: ["maybe"] },
  "nothing to say": { says: {} },
  "no anytime words": { anytime: {} },
  "a number word with a text": { numbers: { one: "1" } },
  "six weekdays": { dates: { weekdays: [["mo"], ["tu"], ["we"], ["th"], ["fr"], ["sa"]] } },
  "a list without groups": { lists: { moods: { "own word": "Mine" } } },
  "a list whose options are a list": { lists: { moods: { groups: [{ options: ["good"] }] } } },
  "a reading grade in words": { style: { "reading grade": "five" } },
  "a clock time that is none": { times: { "clock times": { noon: "25:00" } } },
};
