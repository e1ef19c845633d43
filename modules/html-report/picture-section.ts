import { Html, html } from "./html";
import type { Section } from "./section";

/** The picture of the network, which is drawn elsewhere and tells in itself what it shows. */
export function pictureSection(svg: string | undefined): readonly Section[] {
  if (svg === undefined) return [];
  const content = html`<figure class="scroll" role="region" aria-label="Picture of the network" tabindex="0">${new Html(svg)}</figure>
`;
  return [{ id: "picture", title: "Picture", content }];
}
