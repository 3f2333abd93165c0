declare module '@nlpjs/lang-nl' {
  /** The Snowball stemmer for Dutch; one word at a time goes in and comes out. */
  export class StemmerNl {
    setCurrent(word: string): void;
    innerStem(): void;
    getCurrent(): string;
  }
}
