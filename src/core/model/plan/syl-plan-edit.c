/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-plan-edit-private.h"
#include "call/syl-local-time.h"

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

static gpointer
run (SylConnection  *connection,
     gpointer        user_data,
     GError        **error)
{
  SylPlanEdit *self = user_data;

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
  _syl_library_write (library, run, self, g_free, source_tag, cancellable, callback, user_data);
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
