/** One entry a language, by its two letters. English is always there and stands in for what is not. */
type Catalogue<Messages> = { readonly en: Messages } & Readonly<Record<string, Messages>>;

/** The words for a reader's language (BCP 47). */
export const inLanguage = <Messages>(catalogue: Catalogue<Messages>, locale: string): Messages =>
  catalogue[locale.slice(0, 2).toLowerCase()] ?? catalogue.en;
