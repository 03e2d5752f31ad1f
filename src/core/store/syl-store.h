/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylStore:
 *
 * The database and its threads: one that writes, two that read. The store, not the caller, begins
 * and ends transactions. All functions are called on the main thread, and answers come there.
 *
 * Signal `changed (SylChangeSet *changes)`: a transaction was committed, by this store or by
 * another program; emitted on the main thread.
 */
#define SYL_TYPE_STORE (syl_store_get_type ())
G_DECLARE_FINAL_TYPE (SylStore, syl_store, SYL, STORE, GObject)

/**
 * SylStoreFunc:
 * @connection: the thread's connection; in a transaction if it may write
 * @user_data: what was given with the function
 * @error: return location for an error, which undoes the transaction
 *
 * Work on the database: plain synchronous code on one of the store's threads.
 *
 * Returns: (nullable): the result; %NULL is a result too, unless @error is set
 */
typedef gpointer (*SylStoreFunc) (SylConnection *connection,
                                  gpointer       user_data,
                                  GError       **error);

SylStore   *syl_store_new              (const char          *path);
const char *syl_store_get_path         (SylStore            *self);
gboolean    syl_store_is_open          (SylStore            *self);
gboolean    syl_store_is_read_only     (SylStore            *self);

void        syl_store_open_async       (SylStore            *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean    syl_store_open_finish      (SylStore            *self,
                                        GAsyncResult        *result,
                                        GError             **error);
void        syl_store_close_async      (SylStore            *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean    syl_store_close_finish     (SylStore            *self,
                                        GAsyncResult        *result,
                                        GError             **error);
void        syl_store_set_aside_async  (SylStore            *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
char       *syl_store_set_aside_finish (SylStore            *self,
                                        GAsyncResult        *result,
                                        GError             **error);

void        syl_store_read_async       (SylStore            *self,
                                        SylStoreFunc         func,
                                        gpointer             data,
                                        GDestroyNotify       data_destroy,
                                        GDestroyNotify       result_destroy,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void        syl_store_write_async      (SylStore            *self,
                                        SylStoreFunc         func,
                                        gpointer             data,
                                        GDestroyNotify       data_destroy,
                                        GDestroyNotify       result_destroy,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gpointer    syl_store_finish           (SylStore            *self,
                                        GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
