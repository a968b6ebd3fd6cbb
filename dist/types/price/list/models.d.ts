import type { ListedModel } from './data.js';
/** The models of one seller by their names. */
export interface Models {
    find(name: string): ListedModel | null;
    /** All names, for those who look for one that is near. */
    readonly names: readonly string[];
}
/** Looks models up by exact name first, then by a name to which a documented ending was added. */
export declare function indexModels(models: readonly ListedModel[]): Models;
/** `claude-fable-5.1` and `claude-fable-5-1` are one name: between digits, writers put either. */
export declare function foldDots(name: string): string;
