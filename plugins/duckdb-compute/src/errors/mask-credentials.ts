/** Statements whose quoted texts are credentials, or may hold some: CREATE SECRET and ATTACH. */
const CREDENTIAL_STATEMENT = /\bsecret\b|\battach\b|\bpassword\b|\btoken\b/i;

/** Quoted strings of a statement, a doubled quote inside included. */
const STRING_LITERAL = /'((?:[^']|'')*)'/g;

/** Shorter ones stand in a message by chance. */
const SHORTEST = 3;

/** `message` about `sql` without the quoted texts of a statement that handles credentials. */
export function maskCredentials(message: string, sql: string): string {
  if (!CREDENTIAL_STATEMENT.test(sql)) return message;
  const texts = [...sql.matchAll(STRING_LITERAL)]
    .map(([, text = ""]) => text.replaceAll("''", "'"))
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return texts.reduce((masked, text) => masked.replaceAll(text, "[secret]"), message);
}
