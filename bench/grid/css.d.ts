/** A style sheet that the bundler adds to a contestant's bundle. */
declare module '*.css';
