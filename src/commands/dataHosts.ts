const SOURCE = /^https:(?:\/\/(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+)?$/;

/**
 * The hosts that a build may load data from, as the setting `DATELINE_DATA_HOSTS` names them: sources of a content security policy, parted
 * by spaces, each `https://` and the name of a host, or `https:` for any host. Empty by default: the app connects to itself only.
 *
 * @throws Error when something else stands there: a policy that is wider than meant is not built
 */
export function dataHosts(setting: string | undefined = process.env.DATELINE_DATA_HOSTS): string[] {
  const sources = (setting ?? '').split(/\s+/).filter(Boolean);
  const wrong = sources.find((source) => !SOURCE.test(source));
  if (wrong !== undefined)
    throw new Error(`DATELINE_DATA_HOSTS: expected https: or https:// and the name of a host, found ${wrong}`);
  return sources;
}
