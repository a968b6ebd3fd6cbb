/** Where a problem is: `file`, `file:line`, or `file:line: $.json.path`. */
export interface Place {
    readonly file: string;
    readonly line?: number | undefined;
    /** JSON path, `$` for the whole document. */
    readonly path?: string | undefined;
}
/** Something the user can fix: what, where, how. Printed as one line, without a stack. */
export declare class InputError extends Error {
    readonly name = "InputError";
    /** Further lines, for example the first invalid records. */
    readonly details: readonly string[];
    constructor(message: string, details?: readonly string[]);
}
/** What is wrong in a file that decides a verdict. Whoever may change the file can mend it, unlike a service that does not answer. */
export declare class FaultyFile extends InputError {
    /** The file, or those that contradict each other, by the names that they were asked for with. */
    readonly files: readonly string[];
    constructor(message: string, files: readonly string[], details?: readonly string[]);
}
/** Reads what a file that decides a verdict says; what is wrong in it is a FaultyFile. */
export declare function interpret<T>(file: string, read: () => T): T;
/** `file:line: $.path: what`, leaving out what is not known. */
export declare function at(place: Place, what: string): string;
/** The value as one short piece of JSON, to say what was found. */
export declare function shown(value: unknown): string;
