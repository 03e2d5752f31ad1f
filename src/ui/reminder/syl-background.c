/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-background.h"

#include "syl-config.h"

#include "reminder/syl-autostart.h"
#include "reminder/syl-background-portal.h"

#define AGENT_NAME SYL_APPLICATION_ID ".Agent"
#define AGENT_PATH "/io/github/syllabus_app/Syllabus/Agent"

struct _SylBackground
{
  GObject parent_instance;

  GApplication *application; /* unowned: it owns this, and runs on until a wish is answered */
  GSettings *settings;       /* owned */
  GCancellable *cancellable; /* owned, nullable: of the question that is on its way */
  guint wanted : 1;
  guint pending : 1; /* the wish is not asked for yet, since another one is */
  guint working : 1;
  guint doing : 1;   /* what is worked at */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylBackground, syl_background, G_TYPE_OBJECT)

static void go_on (SylBackground *self);

static void
emit_changed (SylBackground *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What nobody wants any more doesn’t count. */
static void
end (SylBackground       *self,
     SylBackgroundStatus  status)
{
  self->working = FALSE;
  if (!self->pending)
    g_settings_set_enum (self->settings, "background", (int) status);
  if (!self->pending && status == SYL_BACKGROUND_GRANTED)
    syl_background_keep_agent (TRUE);
  go_on (self);
  emit_changed (self);
  g_application_release (self->application);
}

static void
entry_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SylBackground) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = syl_autostart_set_finish (result, &error);

  if (!done)
    g_message ("What starts at login can't be changed: %s", error->message);
  if (self->doing)
    end (self, done ? SYL_BACKGROUND_GRANTED : SYL_BACKGROUND_UNAVAILABLE);
  else
    end (self, SYL_BACKGROUND_UNASKED);
}

/* No portal, or one that doesn’t know programs outside of a sandbox: then an entry does it, out there. Where
 * a portal was asked, there may be an entry from before, too. */
static void
portal_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylBackground) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean granted = syl_background_portal_ask_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end (self, SYL_BACKGROUND_UNASKED);
      return;
    }
  if (error != NULL)
    g_debug ("No portal: %s", error->message);
  if ((error != NULL || !self->doing) && syl_autostart_is_needed ())
    syl_autostart_set_async (self->doing, entry_cb, g_object_ref (self));
  else if (!self->doing)
    end (self, SYL_BACKGROUND_UNASKED);
  else if (error != NULL)
    end (self, SYL_BACKGROUND_UNAVAILABLE);
  else
    end (self, granted ? SYL_BACKGROUND_GRANTED : SYL_BACKGROUND_REFUSED);
}

static void
go_on (SylBackground *self)
{
  if (self->working || !self->pending)
    return;

  g_application_hold (self->application);
  self->pending = FALSE;
  self->working = TRUE;
  self->doing = self->wanted;
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  syl_background_portal_ask_async (self->doing, self->cancellable, portal_cb, g_object_ref (self));
}

static void
syl_background_finalize (GObject *object)
{
  SylBackground *self = SYL_BACKGROUND (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (syl_background_parent_class)->finalize (object);
}

static void
syl_background_class_init (SylBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_background_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
syl_background_init (SylBackground *self)
{
}

/**
 * syl_background_new:
 * @application: (transfer none): the application, which keeps it
 * @settings: those of the program, which keep what the desktop answered
 *
 * Returns: (transfer full): an object that asks for nothing yet
 */
SylBackground *
syl_background_new (GApplication *application,
                    GSettings    *settings)
{
  SylBackground *self = g_object_new (SYL_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::background", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * syl_background_want:
 * @self: what asks the desktop
 * @wanted: whether the agent is to start at each login, and to run from now on
 *
 * Asks for it, or takes it back. An earlier question that the desktop has not answered is taken back, too.
 */
void
syl_background_want (SylBackground *self,
                     gboolean       wanted)
{
  gboolean outdated;

  g_return_if_fail (SYL_IS_BACKGROUND (self));

  outdated = self->working && self->doing != wanted;
  self->wanted = wanted;
  self->pending = outdated || !self->working || g_cancellable_is_cancelled (self->cancellable);
  if (outdated)
    g_cancellable_cancel (self->cancellable);
  if (!wanted)
    {
      g_settings_reset (self->settings, "background");
      syl_background_keep_agent (FALSE);
    }
  go_on (self);
  emit_changed (self);
}

/**
 * syl_background_get_asking:
 * @self: what asks the desktop
 *
 * Returns: whether the desktop has yet to answer a wish
 */
gboolean
syl_background_get_asking (SylBackground *self)
{
  g_return_val_if_fail (SYL_IS_BACKGROUND (self), FALSE);

  return self->working && self->wanted;
}

/**
 * syl_background_get_status:
 * @self: what asks the desktop
 *
 * Returns: how the desktop answered at last
 */
SylBackgroundStatus
syl_background_get_status (SylBackground *self)
{
  g_return_val_if_fail (SYL_IS_BACKGROUND (self), SYL_BACKGROUND_UNASKED);

  return (SylBackgroundStatus) g_settings_get_enum (self->settings, "background");
}

static void
told_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply == NULL)
    g_debug ("The agent was not told: %s", error->message);
}

static void
tell_agent_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, NULL);
  gboolean kept = GPOINTER_TO_INT (user_data);

  if (connection != NULL)
    g_dbus_connection_call (connection, AGENT_NAME, AGENT_PATH, AGENT_NAME, "Stay", g_variant_new ("(b)", kept), NULL,
                            kept ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, told_cb, NULL);
}

/**
 * syl_background_keep_agent:
 * @kept: whether the agent is to stay until the end of the session
 *
 * Has the bus start the agent and keeps it, since what starts at login doesn’t run before the next one; or
 * lets it go. Nothing waits for that.
 */
void
syl_background_keep_agent (gboolean kept)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, tell_agent_cb, GINT_TO_POINTER (kept));
}
