import type { Expression, Select, Source, Statement } from "./statement.ts";

const TOKEN = /\s+|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\w+|\d+|[A-Za-z_]\w*|[(),.*]/y;

/** A statement in words that the engine does not know. */
class UnknownStatement extends Error {}

/**
 * Reads what the fakes' small engine knows: SELECT of values, parameters and columns, of CAST(... AS INTEGER) and
 * count(*), from tables and VALUES that are cross joined; CREATE TABLE, INSERT INTO ... VALUES, DROP TABLE and DROP
 * VIEW. Undefined for anything else.
 */
export function parseStatement(sql: string): Statement | undefined {
  try {
    return new Parser(tokensOf(sql)).statement();
  } catch (error) {
    if (error instanceof UnknownStatement) return undefined;
    throw error;
  }
}

function tokensOf(sql: string): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < sql.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(sql) ?? [];
    if (token === undefined) throw new UnknownStatement();
    if (token.trim() !== "") tokens.push(token);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  statement(): Statement {
    const statement = this.#statement();
    if (this.#at < this.#tokens.length) throw new UnknownStatement();
    return statement;
  }

  #statement(): Statement {
    if (this.#take("SELECT")) return this.#select();
    if (this.#take("INSERT")) {
      this.#expect("INTO");
      const table = this.#tableName();
      this.#expect("VALUES");
      return { kind: "insert", table, rows: this.#list(() => this.#tuple()) };
    }
    if (this.#take("CREATE")) {
      this.#expect("TABLE");
      return { kind: "create", table: this.#tableName(), columns: this.#inBrackets(() => this.#columnDefinition()) };
    }
    this.#expect("DROP");
    if (!this.#take("VIEW")) this.#expect("TABLE");
    return { kind: "drop", table: this.#tableName() };
  }

  #select(): Select {
    const items = this.#list(() => this.#expression()).map((expression, index) => expression(index));
    if (!this.#take("FROM")) return { kind: "select", items, sources: [] };
    const sources = [this.#source()];
    while (this.#take("CROSS")) {
      this.#expect("JOIN");
      sources.push(this.#source());
    }
    return { kind: "select", items, sources };
  }

  /** An item of a SELECT: what it is called may depend on its place. */
  #expression(): (index: number) => Select["items"][number] {
    const expression = this.#value();
    const stated = this.#take("AS") ? this.#name() : expression.kind === "column" ? expression.name : undefined;
    return (index) => ({ name: stated ?? `column${index + 1}`, expression });
  }

  #source(): Source {
    if (!this.#take("(")) {
      const table = this.#tableName();
      const alias = this.#take("AS") ? this.#name() : table;
      return { alias, from: table };
    }
    this.#expect("VALUES");
    const rows = this.#list(() => this.#tuple());
    this.#expect(")");
    this.#expect("AS");
    return { alias: this.#name(), from: { rows, columns: this.#inBrackets(() => this.#name()) } };
  }

  #tuple(): readonly Expression[] {
    return this.#inBrackets(() => this.#value());
  }

  #value(): Expression {
    const token = this.#next();
    if (/^\d/.test(token)) return { kind: "value", value: Number(token) };
    if (token.startsWith("'")) return { kind: "value", value: token.slice(1, -1).replaceAll("''", "'") };
    if (token.startsWith("$")) return { kind: "parameter", name: token.slice(1) };
    if (/^null$/i.test(token)) return { kind: "value", value: null };
    if (/^count$/i.test(token)) {
      for (const expected of ["(", "*", ")"]) this.#expect(expected);
      return { kind: "count" };
    }
    if (/^cast$/i.test(token)) {
      this.#expect("(");
      const of = this.#value();
      for (const expected of ["AS", "INTEGER", ")"]) this.#expect(expected);
      return { kind: "integer", of };
    }
    const name = unquoted(token);
    return this.#take(".") ? { kind: "column", source: name, name: this.#name() } : { kind: "column", source: undefined, name };
  }

  #columnDefinition(): string {
    const name = this.#name();
    this.#name();
    // The length of a text, which nothing here is bound to.
    if (this.#take("(")) {
      this.#value();
      this.#expect(")");
    }
    return name;
  }

  #tableName(): string {
    const name = this.#name();
    return this.#take(".") ? `${name}.${this.#name()}` : name;
  }

  #name(): string {
    return unquoted(this.#next());
  }

  #inBrackets<Item>(read: () => Item): readonly Item[] {
    this.#expect("(");
    const items = this.#list(read);
    this.#expect(")");
    return items;
  }

  #list<Item>(read: () => Item): readonly Item[] {
    const items = [read()];
    while (this.#take(",")) items.push(read());
    return items;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at]?.toUpperCase() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new UnknownStatement();
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined) throw new UnknownStatement();
    return token;
  }
}

function unquoted(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  if (/^[a-z_]\w*$/i.test(token)) return token;
  throw new UnknownStatement();
}
