/**
 * Vite takes from the environment whether a build is for production; a test's environment would bring lit's development
 * build. What is published and measured must be the same wherever it is built.
 */
export const FOR_PRODUCTION = {
  resolve: { conditions: ['module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
};
