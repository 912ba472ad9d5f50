/** Properties that no still picture needs: what moves, what answers to a pointer, and second names for what is named already. */
const NOT_NEEDED =
  /^(?:-webkit-(?!box-orient|line-clamp|box-decoration-break|mask)|animation|transition|perspective|view-|timeline|scroll|offset-|will-change|user-select|cursor|pointer-events|touch-action|caret-|contain|container|app-region|resize|orphans|widows|page$|interpolate-size|interactivity|math-|ruby-|image-|speak|overscroll|accent-color|anchor-|position-(?:anchor|area|try|visibility)|field-sizing|buffered-|color-interpolation|dynamic-range|print-color|reading-|corner-|text-spacing-trim|text-autospace|initial-letter|shape-(?:image|margin|outside)|origin-trial|dominant-|mix-blend|isolation|backface)|(?:^|-)(?:inline|block)(?:-|$)/;

/** The properties of style that a picture keeps of every element, by name. */
export function pictureStyles(): string[] {
  return [...getComputedStyle(document.documentElement)].filter(
    (name) => !NOT_NEEDED.test(name) && !name.startsWith('--'),
  );
}
