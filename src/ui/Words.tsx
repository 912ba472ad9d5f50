/** Text that came from a corpus or a link, isolated so that its direction cannot reorder what stands around it. */
export function Words({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}
