/** A sentence in both languages; `{name}` is filled from the finding's arguments. The same names stand in both. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** One sentence a finding can have, with help of its own where the rule's help does not fit. */
export interface Sentence extends Said {
  readonly help?: Said;
}

/** A sentence with help of its own. */
export const say = (zh: string, en: string, helpZh: string, helpEn: string): Sentence => ({
  zh,
  en,
  help: { zh: helpZh, en: helpEn },
});

/** Everything a user is told of one check. */
export interface Rule {
  /** What is checked, in a short sentence. */
  readonly title: Said;
  /** The article, circular or reason it rests on. */
  readonly clause: Said;
  /** What to do. */
  readonly help: Said;
  /** The sentences by name; `default` where there is one only. */
  readonly says: Readonly<Record<string, Sentence>>;
  /** The sentences of notes by name. */
  readonly notes?: Readonly<Record<string, Said>>;
}
