/** The chart makes a service of it, with a prefix of its own; Kubernetes allows 63 characters. */
const LONGEST = 40;

/** A name as Kubernetes takes it for a service: lower-case letters, digits and `-`, a letter first. */
export function kubernetesName(name: string): string {
  const word = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const led = /^[a-z]/.test(word) ? word : `floe-${word.replace(/^-/, "")}`;
  return led.slice(0, LONGEST).replace(/-+$/, "");
}
