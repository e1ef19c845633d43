/** One object of a Terraform JSON configuration. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A block of a configuration that is of a type of the provider. */
export interface TerraformElement {
  /** `aws_vpc` of a resource, `data.aws_region` of a data source, `provider.aws` of a provider. */
  readonly type: string;
  /** How references begin: `<type>.<logical id>`. */
  readonly address: string;
  /** A construct id that is unique in the stack. */
  readonly id: string;
  readonly attributes: JsonObject;
}

/** The providers, data sources and resources of a configuration; what Terraform itself has, like remote state, is none. */
export function elementsOf(configuration: JsonObject): TerraformElement[] {
  const providers = Object.entries(objectAt(configuration, "provider")).flatMap(([name, list]) =>
    (Array.isArray(list) ? list : [list]).map((attributes, index) => {
      const id = index === 0 ? name : `${name}-${index}`;
      return { type: `provider.${name}`, address: `provider.${id}`, id, attributes: asObject(attributes) };
    }),
  );
  return [...providers, ...blocks(configuration, "data", "data."), ...blocks(configuration, "resource", "")];
}

function blocks(configuration: JsonObject, kind: string, prefix: string): TerraformElement[] {
  const ofProvider = Object.entries(objectAt(configuration, kind)).filter(([type]) => !type.startsWith("terraform_"));
  return ofProvider.flatMap(([type, byId]) =>
    Object.entries(asObject(byId)).map(([logicalId, value]) => {
      const attributes = asObject(value);
      const { path } = objectAt(objectAt(attributes, "//"), "metadata");
      // As long as the path in the tree, so that the metadata in the JSON gets about as long.
      const id = typeof path === "string" ? path.split("/").slice(1).join("-") : logicalId;
      return { type: `${prefix}${type}`, address: `${prefix}${type}.${logicalId}`, id, attributes };
    }),
  );
}

/** The object at a key; an empty one, where there is none. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  return asObject(object[key]);
}

/** The value as an object; an empty one, where it is none. */
export function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
