/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-plan-edit-private.h"

#include "call/syl-local-time.h"
#include "tables/syl-pick-table.h"

SylPlanEdit *
_syl_plan_edit_new (SylLibrary *library,
                    gboolean  (*change) (SylConnection *connection, SylPlanEdit *edit, GError **error))
{
  SylPlanEdit *self = g_new0 (SylPlanEdit, 1);

  self->change = change;
  self->list_id = _syl_library_get_list_id (library);
  syl_local_time_get_today (&self->today);
  return self;
}

static void
edit_free (gpointer data)
{
  SylPlanEdit *self = data;

  g_clear_pointer (&self->obstacle, g_ptr_array_unref);
  g_free (self);
}

static gpointer
run (SylConnection  *connection,
     gpointer        user_data,
     GError        **error)
{
  SylPlanEdit *self = user_data;

  self->changed = FALSE;
  self->change (connection, self, error);
  return NULL;
}

void
_syl_plan_edit_write (SylPlanEdit         *self,
                      SylLibrary          *library,
                      gpointer             source_tag,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  _syl_library_write (library, run, self, edit_free, source_tag, cancellable, callback, user_data);
}

gboolean
_syl_plan_edit_refuse (SylLibrary          *library,
                       gboolean             fine,
                       const char          *message,
                       gpointer             source_tag,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  if (!fine)
    _syl_library_refuse (library, g_error_new_literal (SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT, message),
                         source_tag, callback, user_data);
  return !fine;
}

gboolean
_syl_plan_edit_prepare (SylPlanEdit    *self,
                        SylConnection  *connection,
                        GError        **error)
{
  self->changed = TRUE;
  return syl_plan_table_prepare (connection, self->list_id, &self->today, error);
}

/**
 * syl_library_has_changed_plan:
 * @self: a library
 * @result: what the callback of an edit of the plan got that undo can take back
 *
 * Returns: whether the edit changed anything; else undo still goes back to what it went to before
 */
gboolean
syl_library_has_changed_plan (SylLibrary   *self,
                              GAsyncResult *result)
{
  SylPlanEdit *edit = g_task_get_task_data (G_TASK (result));

  return edit != NULL && edit->changed && !g_task_had_error (G_TASK (result));
}

static const char *
get_title (const SylPlanEdit *self,
           gint64             pick_id)
{
  for (guint i = 0; i < self->obstacle->len; i++)
    {
      const SylPickFacts *pick = g_ptr_array_index (self->obstacle, i);

      if (pick->id == pick_id)
        return pick->title;
    }
  return NULL;
}

/**
 * syl_library_get_obstacle:
 * @self: a library
 * @result: what the callback of syl_library_move_pick_async() or syl_library_step_pick_async() got
 * @first: (out) (transfer none): the title of a pick, of two that would change places
 * @second: (out) (transfer none): the title of the one of them that has to come after @first
 *
 * Returns: whether it was this that kept a pick from being moved
 */
gboolean
syl_library_get_obstacle (SylLibrary    *self,
                          GAsyncResult  *result,
                          const char   **first,
                          const char   **second)
{
  SylPlanEdit *edit = g_task_get_task_data (G_TASK (result));

  if (edit == NULL || edit->obstacle == NULL)
    return FALSE;
  *first = get_title (edit, edit->first_id);
  *second = get_title (edit, edit->second_id);
  return *first != NULL && *second != NULL;
}
