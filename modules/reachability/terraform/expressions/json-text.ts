import { joinText, literal, type Value } from "./value";

/** A value as JSON text. What is not known stays a part of its own. */
export function jsonText(value: Value): Value {
  const written = new JsonWriter();
  written.value(value);
  return joinText(written.parts);
}

/** Writes JSON piece by piece, so that the size of a value counts once, however deep it is. */
class JsonWriter {
  readonly #parts: Value[] = [];
  #text = "";

  get parts(): readonly Value[] {
    return [...this.#parts, literal(this.#text)];
  }

  value(value: Value): void {
    switch (value.kind) {
      case "literal":
        this.#text += JSON.stringify(value.value);
        break;
      case "list":
        this.#enclosed("[", value.items, "]", (item) => this.value(item));
        break;
      case "object":
        this.#enclosed("{", Object.entries(value.members), "}", ([name, member]) => {
          this.#text += `${JSON.stringify(name)}:`;
          this.value(member);
        });
        break;
      case "text":
        this.#quoted(value.parts);
        break;
      default:
        this.#quoted([value]);
    }
  }

  #enclosed<Item>(open: string, items: readonly Item[], close: string, write: (item: Item) => void): void {
    this.#text += open;
    for (const [index, item] of items.entries()) {
      if (index > 0) this.#text += ",";
      write(item);
    }
    this.#text += close;
  }

  #quoted(parts: readonly Value[]): void {
    this.#text += '"';
    for (const part of parts) {
      if (part.kind === "literal") this.#text += JSON.stringify(String(part.value)).slice(1, -1);
      else {
        this.#parts.push(literal(this.#text), part);
        this.#text = "";
      }
    }
    this.#text += '"';
  }
}
