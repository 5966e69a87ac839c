/** Shorter texts are made again faster than they are looked up. */
const long = 200;

/** How much text is remembered at most, in UTF-16 units. */
const most = 4_000_000;

/** What was made of long texts lately: a small file can name one text of 32,767 characters in each of a million rows. */
export class Remembered<Value> {
  private readonly made = new Map<string, Value>();
  private characters = 0;

  /** What `make` gives for a text, made once for a long one that comes again. */
  of(text: string, make: (text: string) => Value): Value {
    if (text.length < long) return make(text);
    const known = this.made.get(text);
    if (known !== undefined) return known;
    if (this.characters + text.length > most) {
      this.made.clear();
      this.characters = 0;
    }
    const value = make(text);
    this.made.set(text, value);
    this.characters += text.length;
    return value;
  }
}
