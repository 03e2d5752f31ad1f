/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-reminder-private.h"

#include "call/syl-local-time.h"
#include "reminder/syl-background.h"
#include "syl-window.h"

G_DEFINE_FINAL_TYPE (SylReminder, syl_reminder, G_TYPE_OBJECT)

/* The application runs on for as long as there is work, window or not, and the reminder with it. */
void
_syl_reminder_begin_work (SylReminder *self)
{
  g_application_hold (G_APPLICATION (self->application));
  g_object_ref (self);
}

void
_syl_reminder_end_work (SylReminder *self)
{
  g_application_release (G_APPLICATION (self->application));
  g_object_unref (self);
}

/* To be finished with syl_library_open_finish(); @callback gets the reminder. */
void
_syl_reminder_open (SylReminder         *self,
                    GAsyncReadyCallback  callback)
{
  g_autofree char *list_uri = g_settings_get_string (self->settings, "selected-list");

  if (!syl_library_get_open (self->library))
    syl_library_select_list (self->library, *list_uri != '\0' ? list_uri : NULL);
  syl_library_open_async (self->library, self->cancellable, callback, self);
}

static void
end_look (SylReminder *self)
{
  self->looking = FALSE;
  if (self->again)
    _syl_reminder_look (self);
  else
    self->looked = TRUE;
  _syl_reminder_end_work (self);
}

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_settle_call_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The call can't be settled: %s", error->message);
  _syl_reminder_end_work (user_data);
}

/* The call about @pick was answered, or is about nothing any more. */
void
_syl_reminder_settle (SylReminder *self,
                      SylPick     *pick)
{
  g_autoptr (SylPick) settled = g_object_ref (pick);
  g_autoptr (GDateTime) now = syl_local_time_now ();

  _syl_reminder_withdraw (self);
  _syl_reminder_begin_work (self);
  syl_library_settle_call_async (self->library, settled, now, NULL, settled_cb, self);
}

/* A window that the reader looks at says it itself, and so does one that just came up. */
static SylWindow *
get_window (SylReminder *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (!SYL_IS_WINDOW (window) || !(gtk_window_is_active (window) || !self->looked))
    return NULL;
  return SYL_WINDOW (window);
}

static void
announce (SylReminder *self,
          SylCall     *call)
{
  SylWindow *window = get_window (self);

  if (window == NULL)
    {
      _syl_reminder_notify (self, call, TRUE);
      return;
    }
  syl_window_offer_pick (window, call->pick);
  _syl_reminder_settle (self, call->pick);
  syl_call_free (call);
}

static void
claim_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylReminder *self = user_data;
  SylCall *call = syl_library_claim_call_finish (SYL_LIBRARY (object), result, &error);

  if (error != NULL)
    g_message ("The weekly call can't be made: %s", error->message);
  if (call != NULL)
    announce (self, call);
  end_look (self);
}

static gboolean
is_answered (SylReminder *self,
             SylPick     *pick)
{
  SylPickState state = syl_pick_get_state (pick);

  return state == SYL_PICK_STATE_READ || state == SYL_PICK_STATE_SKIPPED ||
         g_strcmp0 (syl_pick_get_slug (pick), self->opened) == 0;
}

static gboolean
is_out (SylReminder *self,
        const char  *slug)
{
  return self->out != NULL && strcmp (syl_pick_get_slug (self->out), slug) == 0;
}

/* The reader looks at the pick that the desktop reminds of. */
static void
seen_cb (SylReminder *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);
  g_autofree char *slug = g_settings_get_string (self->settings, "selected-pick");

  if (is_out (self, slug) && window != NULL && gtk_window_is_active (window))
    _syl_reminder_settle (self, self->out);
}

static void
judge (SylReminder *self,
       SylCall     *call)
{
  if (call != NULL && call->current && !is_answered (self, call->pick))
    {
      g_set_object (&self->out, call->pick);
      seen_cb (self);
    }
  else if (call != NULL)
    _syl_reminder_settle (self, call->pick);
  else if (self->out != NULL)
    _syl_reminder_withdraw (self);
  g_clear_pointer (&self->opened, g_free);
}

/* Where something changed meanwhile, what was read may be older than the call that is out by now. */
static void
out_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylReminder *self = user_data;
  g_autoptr (SylCall) call = syl_library_find_call_finish (SYL_LIBRARY (object), result, &error);

  if (error == NULL && !self->again)
    judge (self, call);
  end_look (self);
}

/* What starts at login doesn't run before the next login, and may have been ended. */
static void
keep_agent (SylReminder *self)
{
  if (self->kept_agent || g_settings_get_enum (self->settings, "background") != SYL_BACKGROUND_GRANTED)
    return;
  self->kept_agent = TRUE;
  syl_background_keep_agent (TRUE);
}

static void
next_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = syl_local_time_now ();
  SylReminder *self = user_data;
  g_autoptr (GDateTime) next = syl_library_find_next_call_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end_look (self);
      return;
    }
  if (next != NULL)
    keep_agent (self);
  if (next != NULL && g_date_time_compare (next, now) <= 0 && !syl_library_get_read_only (self->library))
    {
      syl_wall_timer_set (self->timer, NULL);
      syl_library_claim_call_async (self->library, now, self->cancellable, claim_cb, self);
      return;
    }
  syl_wall_timer_set (self->timer, next);
  syl_library_find_call_async (self->library, now, self->cancellable, out_cb, self);
}

static void
look_cb (gpointer user_data)
{
  _syl_reminder_look (user_data);
}

/* Claims what is due, takes back what is answered, and sets the timer for what comes. */
void
_syl_reminder_look (SylReminder *self)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();

  self->again = self->looking;
  if (self->looking || g_cancellable_is_cancelled (self->cancellable) ||
      !syl_store_is_open (syl_library_get_store (self->library)))
    return;

  self->looking = TRUE;
  if (self->timer == NULL)
    self->timer = syl_wall_timer_new (NULL, look_cb, self);
  _syl_reminder_begin_work (self);
  syl_library_find_next_call_async (self->library, now, self->cancellable, next_cb, self);
}

/**
 * syl_reminder_pick_opened:
 * @self: a reminder
 * @slug: id of a pick that the reader opened
 *
 * Takes back the reminder of that pick.
 */
void
syl_reminder_pick_opened (SylReminder *self,
                          const char  *slug)
{
  g_return_if_fail (SYL_IS_REMINDER (self));

  if (is_out (self, slug))
    _syl_reminder_settle (self, self->out);
  else if (!self->looked)
    g_set_str (&self->opened, slug);
}

/* A note that is typed is stored twice a second, and has nothing to do with it. */
static void
changed_cb (SylReminder  *self,
            SylChangeSet *changes)
{
  if ((changes->kinds & ~(unsigned int) (SYL_CHANGE_HIGHLIGHT | SYL_CHANGE_READING)) != 0)
    _syl_reminder_look (self);
}

static void
syl_reminder_dispose (GObject *object)
{
  SylReminder *self = SYL_REMINDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->timer, syl_wall_timer_free);
  g_clear_handle_id (&self->presence_id, g_source_remove);

  G_OBJECT_CLASS (syl_reminder_parent_class)->dispose (object);
}

static void
syl_reminder_finalize (GObject *object)
{
  SylReminder *self = SYL_REMINDER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->out);
  g_free (self->opened);

  G_OBJECT_CLASS (syl_reminder_parent_class)->finalize (object);
}

static void
syl_reminder_class_init (SylReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_reminder_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_reminder_finalize;
}

static void
syl_reminder_init (SylReminder *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * syl_reminder_new:
 * @application: (transfer none): the application, which keeps the reminder and drops it at its shutdown
 * @library: its library, opened or not
 * @settings: its settings
 *
 * Returns: (transfer full): a reminder, which looks at the plan from when the library is open
 */
SylReminder *
syl_reminder_new (GtkApplication *application,
                  SylLibrary     *library,
                  GSettings      *settings)
{
  SylReminder *self = g_object_new (SYL_TYPE_REMINDER, NULL);

  self->application = application;
  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (library, "notify::list", G_CALLBACK (_syl_reminder_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syl_library_get_store (library), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::selected-pick", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "notify::active-window", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
  _syl_reminder_install_actions (self);
  return self;
}
