/**
 * Has contenders take turns: A B C, A B C. The first round, which warms the file system's caches, is not counted.
 *
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => number | Promise<number>>} contenders each answers what it measured
 * @returns {Promise<Record<Name, number[]>>} what each measured, round by round
 */
export async function inTurn(rounds, contenders) {
  const names = /** @type {Name[]} */ (Object.keys(contenders));
  const measured = /** @type {Record<Name, number[]>} */ (Object.fromEntries(names.map((name) => [name, []])));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await contenders[name]();
      if (round > 0) measured[name].push(value);
    }
  }
  return measured;
}

