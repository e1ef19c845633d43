import { ConfigurationError, type Issue } from "../modules";
import { nearest } from "../modules/text/nearest";

/** The kinds of value that a setting in the context of `cdktf.json` may have. */
interface FieldTypes {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly strings: readonly string[];
  readonly "string map": Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** How the values of a field are described to a person. */
const DESCRIPTIONS: Readonly<Record<keyof FieldTypes, string>> = {
  string: 'a text, for example "main"',
  number: "a number, for example 1",
  boolean: "true or false",
  strings: 'a list of texts, for example ["a", "b"]',
  "string map": 'an object of texts, for example { "a": "b" }',
  settings: 'an object of settings, for example { "desiredCount": 1 }',
};

/** Which settings there are, and of which kind. */
export type Fields = Readonly<Record<string, keyof FieldTypes>>;

/** The settings that `Fields` describes; every one may be left out. */
export type SettingsOf<F extends Fields> = { readonly [Name in keyof F]?: FieldTypes[F[Name]] };

/**
 * Reads settings from the context of `cdktf.json`.
 *
 * @param subject where the settings stand, for messages, for example `context "single-subnet"`
 * @throws {ConfigurationError} for everything that is no object, an unknown setting or of the wrong kind
 */
export function readSettings<F extends Fields>(subject: string, value: unknown, fields: F): SettingsOf<F> {
  if (value === undefined || value === null) return {};
  const issues: Issue<string>[] = [];
  if (typeof value !== "object" || Array.isArray(value)) {
    issues.push(wrongKind(subject, value, "an object of settings"));
  } else if (isSettings(value, fields, issues)) {
    return value;
  }
  throw new ConfigurationError(`${subject} in cdktf.json`, issues);
}

function isSettings<F extends Fields>(value: object, fields: F, issues: Issue<string>[]): value is SettingsOf<F> {
  for (const [name, setting] of Object.entries(value)) {
    if (setting === undefined) continue;
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (type === undefined) issues.push(unknownSetting(name, fields));
    else if (!hasType(setting, type)) issues.push(wrongKind(name, setting, DESCRIPTIONS[type]));
  }
  return issues.length === 0;
}

function hasType(value: unknown, type: keyof FieldTypes): boolean {
  const isString = (item: unknown) => typeof item === "string";
  if (type === "strings") return Array.isArray(value) && value.every(isString);
  if (type === "settings" || type === "string map") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return type === "settings" || Object.values(value).every(isString);
  }
  return typeof value === type;
}

function unknownSetting(name: string, fields: Fields): Issue<string> {
  const known = Object.keys(fields);
  const meant = nearest(name, known);
  return {
    code: "setting-unknown",
    problem: `there is no setting "${name}"`,
    why: "a setting that nothing reads would be ignored",
    fix: meant === undefined ? `remove it, or use one of ${known.join(", ")}` : `write "${meant}"`,
  };
}

function wrongKind(name: string, value: unknown, expected: string): Issue<string> {
  return {
    code: "setting-malformed",
    problem: `${name} is ${JSON.stringify(value)}`,
    why: `it has to be ${expected}`,
    fix: `write ${expected}, or remove it to get the default`,
  };
}
