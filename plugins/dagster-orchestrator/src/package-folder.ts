/** Where this very copy of the package lies. This file lies as deep in `src` as bundles do in `dist`. */
export const packageFolder: URL = new URL("..", import.meta.url);
