/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "welcome/syl-welcome.h"

#include "welcome/syl-welcome-dialog.h"

#define SEEN "welcomed"

typedef struct
{
  GtkWidget *window;   /* owned */
  GSettings *settings; /* owned */
} Offer;

static void
offer_free (Offer *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->settings);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

/* Who reads already, or arranged the weeks, went by the year as it came, and would lose it: there is
 * nothing left to ask, and what opens in their way would be a nuisance. */
static gboolean
is_in_use (SylYear *year)
{
  const SylPlanInput *input = syl_year_get_input (year);
  gsize n_sessions;

  syl_year_get_sessions (year, &n_sessions);
  for (gsize i = 0; i < input->n_picks; i++)
    {
      if (input->picks[i].state != SYL_PICK_STATE_UNREAD)
        return TRUE;
    }
  return n_sessions > 0 || input->n_own > 0 || input->n_pauses > 0 || input->n_shifts > 0;
}

static void
note_seen (GSettings *settings)
{
  g_settings_set_boolean (settings, SEEN, TRUE);
}

static void
year_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Offer) offer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = syl_library_load_year_finish (SYL_LIBRARY (object), result, &error);
  AdwDialog *dialog;

  if (year == NULL || !gtk_widget_get_mapped (offer->window))
    return;

  if (syl_year_get_chosen (year) || is_in_use (year))
    {
      note_seen (offer->settings);
      return;
    }
  dialog = syl_welcome_dialog_new (SYL_LIBRARY (object), year);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (note_seen), offer->settings, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, offer->window);
}

/**
 * syl_welcome_offer:
 * @window: a window that is shown
 * @library: its library, open
 * @settings: where it is kept that this was seen to
 * @cancellable: (nullable): gives it up
 *
 * Asks once how the year is to go, unless the reader said so or reads already. Whatever the answer, it
 * is not asked again.
 */
void
syl_welcome_offer (GtkWidget    *window,
                   SylLibrary   *library,
                   GSettings    *settings,
                   GCancellable *cancellable)
{
  Offer *offer;

  if (g_settings_get_boolean (settings, SEEN) || syl_library_get_read_only (library) ||
      syl_library_get_list (library) == NULL)
    return;

  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (window);
  offer->settings = g_object_ref (settings);
  syl_library_load_year_async (library, NULL, cancellable, year_cb, offer);
}
