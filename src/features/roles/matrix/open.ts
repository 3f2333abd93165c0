import type { AnyTable } from '../../../storage/index.ts';
import type { Services } from '../../module.ts';
import { type MatrixStore, matrixStore } from './store.ts';
import {
  confirmedMatricesTable,
  earlierReadersTable,
  matricesTable,
  matrixReadersTable,
  roleTasksTable,
} from './tables.ts';
import { type TaskList, taskList } from './task-list.ts';

/** What the takenmatrix keeps. */
export interface MatrixOpened {
  matrices: MatrixStore;
  taskList: TaskList;
}

export const matrixTables: readonly AnyTable[] = [
  matricesTable,
  confirmedMatricesTable,
  matrixReadersTable,
  earlierReadersTable,
  roleTasksTable,
];

/** Opens the stores of the takenmatrix. Reads nothing yet. */
export const openMatrix = ({ storage, tenant, now }: Services): MatrixOpened => ({
  matrices: matrixStore(storage, tenant),
  taskList: taskList(storage, tenant, now),
});
