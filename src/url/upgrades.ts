/** A parameter of a link: its name and its value, both decoded. */
export type Param = [key: string, value: string];

/** Turns the parameters of one version into those of the next. */
export type LinkUpgrade = (params: Param[]) => Param[];

/**
 * `UPGRADES[0]` takes a link of version 1 to version 2, and so on. Steps are added when a parameter or a value is renamed, and
 * never changed or taken out: a link once shared works for ever.
 */
export const UPGRADES: readonly LinkUpgrade[] = [];

/** The version that is written. */
export const LINK_VERSION = UPGRADES.length + 1;

/** Runs the steps that a link of this version still needs; a link of an unknown later version is read as it is. */
export function upgraded(params: Param[], version: number, steps: readonly LinkUpgrade[] = UPGRADES): Param[] {
  return steps.slice(version - 1).reduce((current, step) => step(current), params);
}
