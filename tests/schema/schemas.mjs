// The schemas of dialogs/schema, compiled.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";

export function schemas_in(folder) {
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(["defaultSnippets"]); // editors' own
  const schemas = {};
  for (const file of readdirSync(folder)) {
    const name = file.replace(".schema.json", "");
    schemas[name] = ajv.compile(JSON.parse(readFileSync(join(folder, file), "utf8")));
  }
  return schemas;
}

// What the schema says of a file's content, as sentences; none: it is right.
export function faults(schema, content) {
  if (schema(content)) return [];
  return schema.errors.map((error) => `${error.instancePath} ${error.message}`);
}
