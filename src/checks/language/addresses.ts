/** Addresses of the web and of mail: their marks are not those of a sentence, their digits belong to nobody. */
export const addresses =
  /(?:https?:\/\/|www\.)[\w\-./?%&=#:+~]*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/gi;
