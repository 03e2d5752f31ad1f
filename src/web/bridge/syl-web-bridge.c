/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-bridge-private.h"

#include "bridge/syl-web-text.h"

#define MAX_COMMANDS 32

enum
{
  READY,
  PLACE,
  FOUND,
  TEXT,
  NO_TEXT,
  SELECTION,
  MARK_ACTIVATED,
  CURRENT_MARK,
  N_SIGNALS,
};

static unsigned int signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylWebBridge, syl_web_bridge, G_TYPE_OBJECT)

static void
drop_waiting (SylWebBridge *self)
{
  g_clear_pointer (&self->waiting, webkit_script_message_reply_unref);
  g_clear_object (&self->waiting_context);
}

static void
reply (WebKitScriptMessageReply *message_reply,
       JSCContext               *context,
       const char               *text)
{
  g_autoptr (JSCValue) value = text != NULL ? jsc_value_new_string (context, text)
                                            : jsc_value_new_null (context);

  webkit_script_message_reply_return_value (message_reply, value);
}

static void
hand_out (SylWebBridge *self)
{
  GQueue *commands = g_queue_is_empty (&self->commands) ? &self->mark_commands : &self->commands;
  g_autofree char *command = NULL;

  if (self->waiting == NULL || g_queue_is_empty (commands))
    return;
  command = g_queue_pop_head (commands);
  reply (self->waiting, self->waiting_context, command);
  drop_waiting (self);
}

/* Takes the command, which is lost where there is no document, or one that does not listen. */
void
_syl_web_bridge_push (SylWebBridge *self,
                      GQueue       *commands,
                      char         *command)
{
  if (!self->open || g_queue_get_length (commands) >= MAX_COMMANDS)
    {
      g_free (command);
      return;
    }
  g_queue_push_tail (commands, command);
  hand_out (self);
}

/* A PDF is two documents, that of the address and the frame in it: only the latter has text. */
static void
greet (SylWebBridge             *self,
       const SylWebMessage      *message,
       JSCContext               *context,
       WebKitScriptMessageReply *message_reply)
{
  g_autofree char *number = g_strdup_printf ("%u", self->document);
  gboolean welcome = self->open && message->in_frame == self->is_pdf;

  reply (message_reply, context, welcome ? number : NULL);
  if (welcome)
    {
      drop_waiting (self);
      g_signal_emit (self, signals[READY], 0);
    }
}

static void
forget_text (SylWebBridge *self)
{
  if (self->parts != NULL)
    g_string_free (g_steal_pointer (&self->parts), TRUE);
  g_clear_pointer (&self->text, syl_page_text_unref);
  self->is_lost = FALSE;
  self->n_marks = 0;
  g_queue_clear_full (&self->mark_commands, g_free);
}

/* The scripts stop before that much; whoever does not, is not listened to. */
static void
take_part (SylWebBridge        *self,
           const SylWebMessage *message)
{
  if (message->is_first && self->parts != NULL)
    g_string_truncate (self->parts, 0);
  else if (message->is_first)
    self->parts = g_string_new (NULL);
  if (self->parts != NULL && self->parts->len <= SYL_WEB_TEXT_MAX_BYTES)
    g_string_append (self->parts, message->text);
}

static void
lose_text (SylWebBridge       *self,
           SylPageTextTrouble  trouble)
{
  forget_text (self);
  self->is_lost = TRUE;
  g_signal_emit (self, signals[NO_TEXT], 0, trouble);
}

/* The answer is the number of the text, by which the scripts speak of it. */
static void
end_text (SylWebBridge             *self,
          const SylWebMessage      *message,
          JSCContext               *context,
          WebKitScriptMessageReply *message_reply)
{
  gboolean is_large = self->parts != NULL && self->parts->len > SYL_WEB_TEXT_MAX_BYTES;
  g_autoptr (SylPageText) text = NULL;
  g_autofree char *number = NULL;

  if (self->parts != NULL)
    text = syl_web_text_new (self->version + 1, self->parts, message->length, message->text,
                             self->is_pdf);
  if (text == NULL)
    {
      reply (message_reply, context, NULL);
      lose_text (self, is_large ? SYL_PAGE_TEXT_TROUBLE_TOO_LARGE : SYL_PAGE_TEXT_TROUBLE_VIEWER);
      return;
    }
  forget_text (self);
  self->version++;
  self->text = g_steal_pointer (&text);
  number = g_strdup_printf ("%u", self->version);
  reply (message_reply, context, number);
  g_signal_emit (self, signals[TEXT], 0, self->text);
}

/* What is said of a text that has been replaced since says nothing. */
static gboolean
is_of_present (SylWebBridge        *self,
               const SylWebMessage *message)
{
  return self->text != NULL && message->version == self->version;
}

static gboolean
is_blank (const char *words)
{
  while (g_unichar_isspace (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  return *words == '\0';
}

static void
take_selection (SylWebBridge        *self,
                const SylWebMessage *message)
{
  g_autoptr (SylPageSelection) selection = NULL;
  g_autofree char *words = NULL;

  if (!is_of_present (self, message))
    return;
  if (message->start < message->end)
    words = syl_web_text_slice (self->text, message->start, message->end);
  if (words != NULL && !is_blank (words))
    selection = syl_page_selection_new (message->version, message->start, message->end, words,
                                        message->area.x, message->area.y, message->area.width,
                                        message->area.height);
  g_signal_emit (self, signals[SELECTION], 0, selection);
}

static void
take_words (SylWebBridge        *self,
            const SylWebMessage *message)
{
  g_autoptr (SylPageSelection) selection = NULL;

  if (!self->is_lost)
    return;
  if (!is_blank (message->text))
    {
      selection = syl_page_selection_new (0, 0, 0, message->text, message->area.x, message->area.y,
                                          message->area.width, message->area.height);
      selection->page = self->is_pdf ? message->page : 0;
    }
  g_signal_emit (self, signals[SELECTION], 0, selection);
}

static void
take_mark (SylWebBridge        *self,
           const SylWebMessage *message)
{
  gboolean known = is_of_present (self, message) && message->set == self->set;

  if (!known)
    return;
  if (message->type == SYL_WEB_MESSAGE_CURRENT && message->index <= self->n_marks)
    g_signal_emit (self, signals[CURRENT_MARK], 0, message->index);
  else if (message->type == SYL_WEB_MESSAGE_MARK && message->index < self->n_marks)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, message->index, &message->area);
}

static void
take_message (SylWebBridge             *self,
              const SylWebMessage      *message,
              JSCContext               *context,
              WebKitScriptMessageReply *message_reply)
{
  switch (message->type)
    {
    case SYL_WEB_MESSAGE_HELLO:
      greet (self, message, context, message_reply);
      return;
    case SYL_WEB_MESSAGE_NEXT:
      drop_waiting (self);
      self->waiting = webkit_script_message_reply_ref (message_reply);
      self->waiting_context = g_object_ref (context);
      hand_out (self);
      return;
    case SYL_WEB_MESSAGE_PLACE:
      g_signal_emit (self, signals[PLACE], 0, message->request, message->place);
      break;
    case SYL_WEB_MESSAGE_FOUND:
      g_signal_emit (self, signals[FOUND], 0, message->matches);
      break;
    case SYL_WEB_MESSAGE_TEXT:
      take_part (self, message);
      break;
    case SYL_WEB_MESSAGE_TEXT_END:
      end_text (self, message, context, message_reply);
      return;
    case SYL_WEB_MESSAGE_NO_TEXT:
      lose_text (self, message->is_large ? SYL_PAGE_TEXT_TROUBLE_TOO_LARGE : SYL_PAGE_TEXT_TROUBLE_VIEWER);
      break;
    case SYL_WEB_MESSAGE_SELECTION:
      take_selection (self, message);
      break;
    case SYL_WEB_MESSAGE_WORDS:
      take_words (self, message);
      break;
    case SYL_WEB_MESSAGE_MARK:
    case SYL_WEB_MESSAGE_CURRENT:
      take_mark (self, message);
      break;
    default:
      break;
    }
  reply (message_reply, context, NULL);
}

/* Returns: (transfer full) (nullable): what came, unless it is too long to be copied */
static char *
dup_message (JSCValue *value)
{
  g_autoptr (JSCValue) length = NULL;

  if (!jsc_value_is_string (value))
    return NULL;
  length = jsc_value_object_get_property (value, "length");
  return jsc_value_to_double (length) <= SYL_WEB_MESSAGE_MAX_TEXT_BYTES ? jsc_value_to_string (value) : NULL;
}

static gboolean
is_listened_to (SylWebBridge        *self,
                const SylWebMessage *message)
{
  return message->type == SYL_WEB_MESSAGE_HELLO || (self->open && message->document == self->document);
}

static gboolean
message_received_cb (SylWebBridge             *self,
                     JSCValue                 *value,
                     WebKitScriptMessageReply *message_reply)
{
  g_autoptr (SylWebMessage) message = NULL;
  g_autofree char *text = dup_message (value);

  if (syl_web_flood_admit (&self->flood, g_get_monotonic_time (), text) && text != NULL)
    message = syl_web_message_parse (text);

  if (message != NULL && is_listened_to (self, message))
    take_message (self, message, jsc_value_get_context (value), message_reply);
  else
    webkit_script_message_reply_return_error_message (message_reply, "Not understood");
  return TRUE;
}

/**
 * syl_web_bridge_begin_document:
 * @self: a bridge
 * @is_pdf: whether it is a PDF
 *
 * Another document has taken the place of the one before, whose scripts are listened to no more.
 */
void
syl_web_bridge_begin_document (SylWebBridge *self,
                               gboolean      is_pdf)
{
  syl_web_bridge_end_document (self);
  self->flood = (SylWebFlood) { 0 };
  self->document++;
  self->open = TRUE;
  self->is_pdf = is_pdf;
}

/**
 * syl_web_bridge_end_document:
 * @self: a bridge
 *
 * The document is gone, and no other is there yet.
 */
void
syl_web_bridge_end_document (SylWebBridge *self)
{
  drop_waiting (self);
  g_queue_clear_full (&self->commands, g_free);
  forget_text (self);
  self->open = FALSE;
}

/**
 * syl_web_bridge_get_manager:
 * @self: a bridge
 *
 * Returns: (transfer none): what the view is to be made with
 */
WebKitUserContentManager *
syl_web_bridge_get_manager (SylWebBridge *self)
{
  return self->manager;
}

static void
syl_web_bridge_finalize (GObject *object)
{
  SylWebBridge *self = SYL_WEB_BRIDGE (object);

  syl_web_bridge_end_document (self);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (syl_web_bridge_parent_class)->finalize (object);
}

static void
install_text_signals (SylWebBridgeClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * SylWebBridge::text:
   * @text: the document's text, or what it has become
   */
  signals[TEXT] = g_signal_new ("text", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, SYL_TYPE_PAGE_TEXT | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * SylWebBridge::no-text:
   * @trouble: why the document's text can't be had
   */
  signals[NO_TEXT] = g_signal_new ("no-text", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SYL_TYPE_PAGE_TEXT_TROUBLE);
  /**
   * SylWebBridge::selection:
   * @selection: (nullable): what is selected; its place is that on the page, before zoom
   */
  signals[SELECTION] = g_signal_new ("selection", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1,
                                     SYL_TYPE_PAGE_SELECTION | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * SylWebBridge::mark-activated:
   * @index: which of the marks that were set last
   * @area: where it is on the page, before zoom
   */
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                          GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * SylWebBridge::current-mark:
   * @index: which of the marks that were set last, counted from 1; 0 for none
   */
  signals[CURRENT_MARK] = g_signal_new ("current-mark", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
syl_web_bridge_class_init (SylWebBridgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_web_bridge_finalize;

  /**
   * SylWebBridge::ready:
   *
   * The scripts of the document have begun to listen.
   */
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * SylWebBridge::place:
   * @request: the question that is answered, 0 when the reader came to rest unasked
   * @place: where
   */
  signals[PLACE] = g_signal_new ("place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                 SYL_TYPE_PAGE_PLACE | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * SylWebBridge::found:
   * @matches: how many
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  install_text_signals (klass);
}

static void
syl_web_bridge_init (SylWebBridge *self)
{
  self->manager = webkit_user_content_manager_new ();
  g_queue_init (&self->commands);
  g_queue_init (&self->mark_commands);

  _syl_web_bridge_add_scripts (self->manager);
  /* One manager for each view, and connected first: what is said before is lost. */
  g_signal_connect_object (self->manager, "script-message-with-reply-received::" SYL_WEB_BRIDGE_HANDLER,
                           G_CALLBACK (message_received_cb), self, G_CONNECT_SWAPPED);
  webkit_user_content_manager_register_script_message_handler_with_reply (
    self->manager, SYL_WEB_BRIDGE_HANDLER, SYL_WEB_BRIDGE_WORLD);
}

/**
 * syl_web_bridge_new:
 *
 * Makes the bridge between a view and the scripts in its pages. On the main thread.
 *
 * Returns: (transfer full): the bridge
 */
SylWebBridge *
syl_web_bridge_new (void)
{
  return g_object_new (SYL_TYPE_WEB_BRIDGE, NULL);
}
