/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-store.h"

G_BEGIN_DECLS

/**
 * SylStoreWorker:
 *
 * Threads that answer jobs from one queue, each with a connection of its own.
 */
typedef struct _SylStoreWorker SylStoreWorker;

/**
 * SylStoreCommitFunc:
 * @changes: (transfer full): what a transaction changed
 * @user_data: what was given with the function
 *
 * Called on the main thread after each transaction that changed something, and before the job that
 * made it is answered.
 */
typedef void (*SylStoreCommitFunc) (SylChangeSet *changes,
                                    gpointer      user_data);

SylStoreWorker *syl_store_worker_new  (const char         *path,
                                       SylConnectionMode   mode,
                                       unsigned int        n_threads,
                                       int                *n_commits,
                                       SylStoreCommitFunc  commit_func,
                                       gpointer            user_data,
                                       GDestroyNotify      user_data_destroy);
void            syl_store_worker_push (SylStoreWorker     *self,
                                       GTask              *task,
                                       SylStoreFunc        func,
                                       gpointer            data,
                                       GDestroyNotify      data_destroy,
                                       GDestroyNotify      result_destroy);
void            syl_store_worker_stop (SylStoreWorker     *self);

G_END_DECLS
