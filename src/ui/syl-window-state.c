/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-window-private.h"
#include "syl-words.h"

#define PICK_KEY "syl-pick"

static const char *
get_toast_title (SylPickState state)
{
  switch (state)
    {
    case SYL_PICK_STATE_READING:
      return _("Marked as reading");
    case SYL_PICK_STATE_READ:
      return _("Marked as read");
    case SYL_PICK_STATE_SKIPPED:
      return _("Skipped");
    case SYL_PICK_STATE_UNREAD:
    default:
      return _("Marked as unread");
    }
}

static void
toast_dismissed_cb (SylWindow *self,
                    AdwToast  *toast)
{
  if (self->state_toast != toast)
    return;

  g_clear_object (&self->state_toast);
  _syl_window_update_actions (self);
}

static void
drop_toast (SylWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->state_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
offer_undo (SylWindow    *self,
            SylPick      *pick,
            SylPickState  state)
{
  AdwToast *toast = adw_toast_new (get_toast_title (state));

  drop_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_object_set_data_full (G_OBJECT (toast), PICK_KEY, g_object_ref (pick), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);

  self->state_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  _syl_window_update_actions (self);
}

/* The menu showed the new state at once; where it was not saved it has to go back. */
static void
report (SylWindow    *self,
        const GError *error)
{
  syl_window_show_toast (self, syl_words_for_edit_error (error));
  g_object_notify (G_OBJECT (self), "pick-state");
}

typedef struct
{
  SylWindow *self; /* owned */
  SylPick *pick;   /* owned */
  SylPickState state;
} StateEdit;

static void
state_edit_free (StateEdit *edit)
{
  g_clear_object (&edit->self);
  g_clear_object (&edit->pick);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StateEdit, state_edit_free)

static void
state_edited (StateEdit    *edit,
              const GError *error)
{
  if (g_cancellable_is_cancelled (edit->self->cancellable))
    return;

  if (error == NULL)
    offer_undo (edit->self, edit->pick, edit->state);
  else
    report (edit->self, error);
}

static void
set_state_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StateEdit) edit = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_set_state_finish (SYL_LIBRARY (object), result, &error);
  state_edited (edit, error);
}

static void
toggle_state_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (StateEdit) edit = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_toggle_state_finish (SYL_LIBRARY (object), result, &edit->state, &error);
  state_edited (edit, error);
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SylWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_undo_state_finish (SYL_LIBRARY (object), result, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    report (self, error);
}

static StateEdit *
state_edit_new (SylWindow    *self,
                SylPick      *pick,
                SylPickState  state)
{
  StateEdit *edit = g_new0 (StateEdit, 1);

  edit->self = g_object_ref (self);
  edit->pick = g_object_ref (pick);
  edit->state = state;
  return edit;
}

void
_syl_window_set_state (SylWindow    *self,
                       SylPickState  state)
{
  SylPick *pick = _syl_window_get_pick (self);

  if (pick != NULL && syl_pick_get_state (pick) != state)
    syl_library_set_state_async (self->library, pick, state, NULL, set_state_cb,
                                 state_edit_new (self, pick, state));
}

/* Also one that is not shown. */
void
_syl_window_skip_pick (SylWindow *self,
                       SylPick   *pick)
{
  syl_library_set_state_async (self->library, pick, SYL_PICK_STATE_SKIPPED, NULL, set_state_cb,
                               state_edit_new (self, pick, SYL_PICK_STATE_SKIPPED));
}

static void
toggle_state (SylWindow    *self,
              SylPickState  state)
{
  SylPick *pick = _syl_window_get_pick (self);

  if (pick != NULL)
    syl_library_toggle_state_async (self->library, pick, state, NULL, toggle_state_cb,
                                    state_edit_new (self, pick, state));
}

void
_syl_window_toggle_read (SylWindow *self)
{
  toggle_state (self, SYL_PICK_STATE_READ);
}

void
_syl_window_toggle_skipped (SylWindow *self)
{
  toggle_state (self, SYL_PICK_STATE_SKIPPED);
}

void
_syl_window_undo_state (SylWindow *self)
{
  SylPick *pick;

  if (self->state_toast == NULL)
    return;

  pick = g_object_get_data (G_OBJECT (self->state_toast), PICK_KEY);
  syl_library_undo_state_async (self->library, pick, NULL, undo_cb, g_object_ref (self));
  drop_toast (self);
  _syl_window_update_actions (self);
}

static void
edit_undone_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SylWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_undo_edit_finish (SYL_LIBRARY (object), result, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    syl_window_show_toast (self, syl_words_for_edit_error (error));
}

void
_syl_window_undo_edit (SylWindow *self)
{
  syl_library_undo_edit_async (self->library, NULL, edit_undone_cb, g_object_ref (self));
}

static void
edit_redone_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SylWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_redo_edit_finish (SYL_LIBRARY (object), result, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    syl_window_show_toast (self, syl_words_for_edit_error (error));
}

void
_syl_window_redo_edit (SylWindow *self)
{
  syl_library_redo_edit_async (self->library, NULL, edit_redone_cb, g_object_ref (self));
}

static void
plan_undone_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SylWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_undo_plan_finish (SYL_LIBRARY (object), result, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    syl_window_show_toast (self, syl_words_for_edit_error (error));
}

void
_syl_window_undo_plan (SylWindow *self)
{
  syl_library_undo_plan_async (self->library, NULL, plan_undone_cb, g_object_ref (self));
}

/**
 * syl_window_offer_pick:
 * @self: a window
 * @pick: the pick of this week
 *
 * Says that there is a new pick, and leads to it.
 */
void
syl_window_offer_pick (SylWindow *self,
                       SylPick   *pick)
{
  /* Translators: %s is the title of a pick */
  g_autofree char *title = g_strdup_printf (_("This week: %s"), syl_pick_get_title (pick));
  AdwToast *toast = adw_toast_new (title);

  g_return_if_fail (SYL_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "app.open-pick");
  adw_toast_set_action_target (toast, "s", syl_pick_get_slug (pick));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static AdwToast *
offer_undo_of (SylWindow  *self,
               const char *title,
               const char *action)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  return toast;
}

void
_syl_window_offer_edit_undo (SylWindow  *self,
                             const char *title)
{
  offer_undo_of (self, title, "win.undo-edit");
}

/* Only the last edit of the plan can be taken back, and only it is offered. */
void
_syl_window_offer_plan_undo (SylWindow  *self,
                             const char *title)
{
  AdwToast *toast = g_weak_ref_get (&self->plan_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
  g_clear_object (&toast);
  g_weak_ref_set (&self->plan_toast, offer_undo_of (self, title, "win.undo-plan"));
}
