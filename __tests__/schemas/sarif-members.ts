/**
 * The members of SARIF 2.1.0 that the command writes, as a JSON schema which takes no others. Which are required, and what they
 * take, is of the specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */

const text = { type: "string", minLength: 1 };
const uri = { type: "string", format: "uri" };
const level = { enum: ["none", "note", "warning", "error"] };

function object(required: object, optional: object = {}): object {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function list(items: object, more: object = {}): object {
  return { type: "array", items, ...more };
}

const message = object({ text });
/** 3.49, reportingDescriptor */
const rule = object(
  { id: text },
  {
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: uri,
    defaultConfiguration: object({}, { level }),
  },
);
/** 3.28, location: the URI of an artifact may be relative, a line counts from 1. */
const location = object(
  {},
  {
    physicalLocation: object(
      { artifactLocation: object({ uri: { type: "string", format: "uri-reference" } }) },
      { region: object({ startLine: { type: "integer", minimum: 1 } }) },
    ),
    logicalLocations: list(object({ fullyQualifiedName: text }), { uniqueItems: true }),
  },
);
/** 3.27, result */
const result = object(
  { message },
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    locations: list(location),
    partialFingerprints: { type: "object", additionalProperties: text },
    suppressions: list(object({ kind: { enum: ["inSource", "external"] } }, { justification: text }), {
      uniqueItems: true,
    }),
  },
);

export const SARIF_MEMBERS: object = object(
  {
    version: { const: "2.1.0" },
    runs: list(
      object(
        {
          tool: object({ driver: object({ name: text }, { version: text, rules: list(rule, { uniqueItems: true }) }) }),
        },
        { columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] }, results: list(result) },
      ),
    ),
  },
  { $schema: uri },
);
