/**
 * A CommonJS file of esbuild in which each class of the provider's bindings is loaded when it is used first, instead of all of them
 * when the file is loaded, of which a program uses some. Lines stay where they are.
 */
export declare function withLateClasses(text: string): string;
