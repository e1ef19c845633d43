import { type EcrImage, ecrImage, ecrImageKind } from "./ecr-image";
import type { ImageKind } from "./image-kind";
import { type RegistryImage, registryImage, registryImageKind } from "./registry-image";

/** Where the image of a container comes from. Made with {@link ContainerImage}'s functions, or as an object literal. */
export type ContainerImage = EcrImage | RegistryImage;

/** Names the source of a container's image. The kind is declared, not parsed, because a token cannot be parsed. */
export const ContainerImage = {
  ecr: ecrImage,
  registry: registryImage,
} as const satisfies { readonly [Kind in ContainerImage["kind"]]: (...given: never[]) => ImageOf<Kind> };

type ImageOf<Kind extends ContainerImage["kind"]> = Extract<ContainerImage, { readonly kind: Kind }>;

const IMAGE_KINDS: { readonly [Kind in ContainerImage["kind"]]: ImageKind<ImageOf<Kind>> } = {
  ecr: ecrImageKind,
  registry: registryImageKind,
};

/** What is to be known of an image's kind. `undefined` for a kind that only a caller without a compiler can write. */
export function imageKind({ kind }: ContainerImage): ImageKind<ContainerImage> | undefined {
  const kinds: Readonly<Record<string, ImageKind<ContainerImage>>> = IMAGE_KINDS;
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** The image as a container definition names it. */
export function imageName(image: ContainerImage): string {
  return imageKind(image)?.write(image) ?? "";
}
